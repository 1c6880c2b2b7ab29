package dev.plimsoll.agent.cli;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.TerminalSize;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How long printed lines may be, as procps has it: what `COLUMNS` says; else the width of the
/// terminal that standard output is; else, in a pipe or a file, as long as they are.
public final class LineWidth {
  private static final int STANDARD_OUTPUT = 1;

  private LineWidth() {}

  /// For this process, in its environment.
  public static OptionalInt ofOutput(Map<String, String> environment) {
    OptionalInt asked = fromVariable(environment.get("COLUMNS"));
    if (asked.isPresent()) return asked;
    if (!ReadBy.isLinux()) return OptionalInt.empty();
    return new KernelReader()
        .terminalSize(STANDARD_OUTPUT).stream()
            .mapToInt(TerminalSize::columns)
            .filter(columns -> columns > 0)
            .findFirst();
  }

  /// @param columns the value of `COLUMNS`; null where it is not set
  static OptionalInt fromVariable(@Nullable String columns) {
    if (columns == null || !columns.matches("[1-9][0-9]{0,8}")) return OptionalInt.empty();
    return OptionalInt.of(Integer.parseInt(columns));
  }
}
