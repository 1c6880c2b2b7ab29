package dev.plimsoll.collectors.oshi;

import java.util.List;
import java.util.stream.Stream;

/// What OSHI makes of the names and command lines of Linux.
public final class OshiLimits {
  private OshiLimits() {}

  /// A newline in a name ends OSHI's line of `/proc/<pid>/stat`: it tells zeros of that process.
  public static boolean parses(String comm) {
    return comm.indexOf('\n') < 0;
  }

  /// A newline separates arguments as NUL does, and the first empty argument ends the list.
  public static List<String> of(List<String> arguments) {
    return arguments.stream()
        .flatMap(each -> Stream.of(each.split("\n", -1)))
        .takeWhile(each -> !each.isEmpty())
        .toList();
  }
}
