package dev.plimsoll.agent.group;

import java.time.Instant;
import java.util.List;

/// What a naming rule may look at of one process.
///
/// @param comm the name that the kernel has for it, at most 15 bytes long
/// @param cmdline its arguments; empty for kernel threads and zombies
/// @param cgroups the paths of its control groups
/// @param userName the name of its effective user, or the number where it has no name
/// @param startTime when it started, to the hundredth of a second
public record NamingFacts(
    String comm,
    List<String> cmdline,
    List<String> cgroups,
    String userName,
    int pid,
    Instant startTime) {

  public NamingFacts {
    cmdline = List.copyOf(cmdline);
    cgroups = List.copyOf(cgroups);
  }

  /// The first argument as it is; the comm where there is none.
  String exeFull() {
    return cmdline.isEmpty() ? comm : cmdline.getFirst();
  }

  /// The last part of the first argument; the comm where there is none.
  String exeBase() {
    return cmdline.isEmpty() ? comm : baseName(cmdline.getFirst());
  }

  /// The last part of a path, as Go's `filepath.Base` has it: slashes at the end do not count, no
  /// path at all is `.`, and only slashes are `/`.
  static String baseName(String path) {
    if (path.isEmpty()) return ".";
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') end--;
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }
}
