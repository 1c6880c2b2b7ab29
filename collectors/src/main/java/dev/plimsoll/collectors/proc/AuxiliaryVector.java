package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/self/auxv`: pairs of 64-bit words, a key and a value, up to the key 0
/// (`include/uapi/linux/auxvec.h`). The kernel tells every program in what units it will speak to
/// it; both values are the same for all programs of a machine.
///
/// @param ticksPerSecond clock ticks, in which `/proc/stat` and `/proc/<pid>/stat` count CPU time:
///   the kernel's `USER_HZ`, 100 wherever Kubernetes runs, whatever the kernel's own timer does
/// @param pageSize bytes in a page: 4096 on amd64, up to 65536 on arm64
public record AuxiliaryVector(long ticksPerSecond, long pageSize) {
  private static final int PAIR = 16;
  private static final long AT_PAGESZ = 6;
  private static final long AT_CLKTCK = 17;

  /// Reads the file.
  public static Section<AuxiliaryVector> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("self/auxv"), Need.REQUIRED, AuxiliaryVector::parse);
  }

  static AuxiliaryVector parse(KernelText text) throws MalformedSourceException {
    return new AuxiliaryVector(
        value(text, AT_CLKTCK, "AT_CLKTCK"), value(text, AT_PAGESZ, "AT_PAGESZ"));
  }

  private static long value(KernelText text, long key, String name)
      throws MalformedSourceException {
    for (int at = 0; at + PAIR <= text.length(); at += PAIR) {
      long value = text.word64(at + PAIR / 2);
      if (text.word64(at) == key && value > 0) return value;
    }
    throw new MalformedSourceException(text.path(), 0, "no " + name);
  }
}
