package dev.plimsoll.collectors.oshi;

import java.util.List;
import java.util.stream.Stream;

/// What OSHI makes of a Linux command line: a newline separates arguments as NUL does, and the
/// first empty argument ends the list.
public final class OshiArguments {
  private OshiArguments() {}

  public static List<String> of(List<String> arguments) {
    return arguments.stream()
        .flatMap(each -> Stream.of(each.split("\n", -1)))
        .takeWhile(each -> !each.isEmpty())
        .toList();
  }
}
