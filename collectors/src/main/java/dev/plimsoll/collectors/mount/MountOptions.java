package dev.plimsoll.collectors.mount;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// The options of a mount and of the file system that is mounted, which the kernel keeps apart:
/// either can forbid writing.
///
/// @param ofMount `rw,relatime`
/// @param ofFilesystem `rw,errors=remount-ro`
public record MountOptions(String ofMount, String ofFilesystem) {
  private static final List<String> ACCESS = List.of("rw", "ro", "");

  /// Whether files in the mount cannot be written to.
  public boolean readOnly() {
    return all().anyMatch("ro"::equals);
  }

  private Stream<String> all() {
    return Stream.of(ofMount, ofFilesystem).flatMap(options -> Stream.of(options.split(",", -1)));
  }

  /// All in one list, with what both come to first: `rw,relatime,errors=remount-ro`.
  @Override
  public String toString() {
    StringJoiner joined = new StringJoiner(",").add(readOnly() ? "ro" : "rw");
    all().filter(option -> !ACCESS.contains(option)).forEach(joined::add);
    return joined.toString();
  }
}
