package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/sys/kernel/random`: what the kernel's random generator holds, in bits
/// (`drivers/char/random.c`). Since Linux 5.18 both numbers are 256 once it is seeded.
public record Entropy(long availableBits, long poolBits) {

  /// Reads both files.
  public static Section<Entropy> read(KernelReader reader, Roots roots) {
    Section<Long> available = number(reader, roots.proc("sys/kernel/random/entropy_avail"));
    Section<Long> pool = number(reader, roots.proc("sys/kernel/random/poolsize"));
    if (available.present().isEmpty()) return available.map(_ -> new Entropy(0, 0));
    return pool.map(bits -> new Entropy(available.present().get(), bits));
  }

  private static Section<Long> number(KernelReader reader, String path) {
    return reader.section(path, Need.OPTIONAL, Entropy::parse);
  }

  static Long parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned();
  }
}
