package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// One full screen of lines.
///
/// @param lines no longer than the screen is wide, no more than it is high
/// @param titles which line has the titles of the table; -1 for none
record TopScreen(List<String> lines, int titles) {
  private static final String HELP =
      """
      Plimsoll's top. It only looks: nothing can be killed from here.

        P M T N   order by CPU, memory, CPU time, number
        R         the other way round
        v, t      processes or containers
        H         processes or their threads
        c         names or command lines
        1         all CPUs together or each one
        /         only lines with some text; empty for all
        p         only some pods and containers; empty for all
        u         only one user; empty for all
        d, s      seconds between readings
        space     read now
        arrows, page up, page down, home: scroll
        q         quit

      %CPU is of one CPU. RES is the kernel's quick count of resident memory; of a
      container it is the sum over its processes. PSI is the share of the last ten
      seconds in which some task / all tasks stood still for want of something.

      Press any key.
      """;

  static TopScreen of(TopFrame frame, TopKeys keys, int rows, int columns) {
    OptionalInt width = OptionalInt.of(columns);
    List<String> lines = new ArrayList<>();
    if (keys.help()) return new TopScreen(HELP.lines().limit(rows).toList(), -1);
    lines.addAll(new TopHead(frame).lines(keys.view().eachCpu()));
    lines.add(keys.prompt().orElseGet(() -> chosen(keys.view())));
    int titles = lines.size();
    lines.addAll(new TopTable(frame, keys.view(), width).lines(rows - titles));
    return new TopScreen(
        lines.stream().limit(rows).map(line -> fit(line, columns)).toList(), titles);
  }

  private static String chosen(TopView view) {
    StringBuilder words = new StringBuilder(view.filter().words());
    if (view.skipped() > 0) words.append(view.skipped()).append(" lines above. ");
    return words.toString();
  }

  private static String fit(String line, int columns) {
    String harmless = Printable.of(line);
    return harmless.length() > columns ? harmless.substring(0, columns) : harmless;
  }
}
