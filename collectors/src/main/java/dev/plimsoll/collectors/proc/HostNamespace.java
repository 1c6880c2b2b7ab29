package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/proc/<pid>/ns`: links such as `net -> net:[4026531840]`, equal for processes in the same
/// namespace. What `/proc/sys` shows of a namespace is the reader's own; it is the node's where
/// process 1 is in the same one.
public final class HostNamespace {

  /// Namespaces made later have numbers from `PROC_DYNAMIC_FIRST` on, and most of those that the
  /// kernel starts with fixed ones below it (`include/linux/proc_ns.h`).
  private static final long LATER = 0xF000_0000L;

  private static final Pattern NUMBER = Pattern.compile("[a-z]+:\\[(\\d{1,18})]");

  private HostNamespace() {}

  /// Why what the reader sees of a namespace is not the node's; empty where it is.
  ///
  /// @param kind `net` or `uts`
  public static Optional<String> notOurs(KernelReader reader, Roots roots, String kind) {
    String own;
    try {
      own = reader.readLink(roots.proc("self/ns/" + kind));
    } catch (KernelFileException unreadable) {
      // A kernel built without namespaces of this kind has one for all.
      return unreadable.vanished() ? Optional.empty() : Optional.of(unknown(unreadable));
    }
    return isKernelsFirst(own) ? Optional.empty() : otherThan(own, reader, roots, kind);
  }

  private static boolean isKernelsFirst(String link) {
    Matcher number = NUMBER.matcher(link);
    return number.matches() && Long.parseLong(number.group(1)) < LATER;
  }

  private static Optional<String> otherThan(
      String own, KernelReader reader, Roots roots, String kind) {
    String path = roots.proc("1/ns/" + kind);
    try {
      String first = reader.readLink(path);
      return own.equals(first)
          ? Optional.empty()
          : Optional.of("the agent is in " + own + ", " + path + " is " + first);
    } catch (KernelFileException unreadable) {
      return Optional.of(unknown(unreadable));
    }
  }

  private static String unknown(KernelFileException unreadable) {
    return "cannot tell whose namespace it is, " + unreadable.failure().describe();
  }
}
