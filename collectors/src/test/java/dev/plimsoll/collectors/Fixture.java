package dev.plimsoll.collectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Trees of kernel files that were captured from real nodes, and files with a fault in them.
public final class Fixture {
  private static final Path ALL = Path.of("src/test/resources/fixtures");

  private Fixture() {}

  /// The roots of a captured tree.
  public static Roots roots(String name) {
    String tree = ALL.resolve(name).toString();
    return new Roots(tree + "/proc", tree + "/sys", tree + "/root");
  }

  /// The path of a file that is named for its fault: `meminfo/no-colon`.
  public static String bad(String name) {
    return ALL.resolve("bad").resolve(name).toString();
  }

  /// The names of all faults of one file: `meminfo/no-colon`, `meminfo/empty`.
  public static List<String> faults(String file) {
    try (Stream<Path> faults = Files.list(Path.of(bad(file)))) {
      return faults.map(fault -> file + '/' + fault.getFileName()).sorted().toList();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
