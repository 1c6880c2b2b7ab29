package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/uptime`, for example `1234.56 2401.17` (`fs/proc/uptime.c`).
///
/// @param seconds since boot, time in suspension included
/// @param idleSeconds idle time of all CPUs together
public record Uptime(double seconds, double idleSeconds) {

  /// Reads the file.
  public static Section<Uptime> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("uptime"), Need.REQUIRED, Uptime::parse);
  }

  static Uptime parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    return new Uptime(text.decimal(), text.decimal());
  }
}
