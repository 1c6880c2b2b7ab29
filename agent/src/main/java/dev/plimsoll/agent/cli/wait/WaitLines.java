package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.cli.Printable;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/// A line for people for each change, none for what was said already.
final class WaitLines {
  private final PrintWriter err;
  private final Map<Target, String> last = new HashMap<>();

  WaitLines(PrintWriter err) {
    this.err = err;
  }

  void tell(Target target, Verdict verdict) {
    String line = target.label() + ' ' + verdict.note();
    if (line.equals(last.put(target, line))) return;
    print(line);
  }

  void print(String line) {
    err.println(Printable.of(line));
    err.flush();
  }
}
