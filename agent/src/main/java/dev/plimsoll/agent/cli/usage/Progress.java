package dev.plimsoll.agent.cli.usage;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.table.CellWidth;
import dev.plimsoll.collectors.usage.TreePath;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;

/// One line that says how far a walk is, written over itself with nothing but a carriage return,
/// which every terminal knows.
final class Progress {
  private final PrintWriter terminal;
  private final int width;
  private int shown;
  private boolean disturbed = true;
  private volatile long count;
  private volatile boolean wanted;
  private volatile String where = "";

  /// @param width of the terminal; empty where there is none, and nothing is shown
  Progress(PrintWriter terminal, OptionalInt width) {
    this.terminal = terminal;
    this.width = width.orElse(0);
  }

  /// One more file; called by the thread that walks.
  void counted(TreePath path) {
    long more = count + 1;
    count = more;
    if (!wanted) return;
    wanted = false;
    where = path.toString();
  }

  /// Shows the line, but not where others have just been printed: those tell as much.
  void show() {
    if (width > 1 && !disturbed) {
      String text = String.format(Locale.ROOT, "%,d files, in %s", count, Printable.of(where));
      String line = CellWidth.cut(text, width - 1);
      int cells = CellWidth.of(line);
      terminal.print('\r' + line + " ".repeat(Math.max(0, shown - cells)));
      terminal.flush();
      shown = cells;
    }
    disturbed = false;
    wanted = true;
  }

  /// Makes room for a line of another.
  void hide() {
    disturbed = true;
    if (shown == 0) return;
    terminal.print('\r' + " ".repeat(shown) + '\r');
    terminal.flush();
    shown = 0;
  }
}
