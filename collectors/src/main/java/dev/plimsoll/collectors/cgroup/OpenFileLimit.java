package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// How many files this process may have open: the line `Max open files 20000 20000 files` of
/// `/proc/self/limits`. The JVM has raised it to what is allowed at most.
final class OpenFileLimit {
  private OpenFileLimit() {}

  /// At most `wanted`, and half of what is allowed: the other half is for everything else.
  static int share(KernelReader reader, Roots roots, int wanted) {
    return reader
        .section(roots.proc("self/limits"), Need.OPTIONAL, OpenFileLimit::parse)
        .present()
        .map(allowed -> (int) Math.min(wanted, allowed / 2))
        .orElse(wanted);
  }

  static long parse(KernelText text) throws MalformedSourceException {
    while (text.nextLine()) {
      if (!text.take("Max open files")) continue;
      return text.take("unlimited") ? Long.MAX_VALUE : text.unsigned();
    }
    throw text.malformed("no line \"Max open files\"");
  }
}
