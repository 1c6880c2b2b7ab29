package dev.plimsoll.collectors.cpu;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.List;

/// A list of processors as the kernel writes it, for example `0-3,8` (`bitmap_print_to_pagebuf`,
/// `lib/bitmap-str.c`). An empty line is an empty list.
///
/// @param numbers each processor's number, in order
public record CpuList(List<Integer> numbers) {
  /// More than any kernel can be built for (`NR_CPUS`).
  private static final long MOST = 1 << 16;

  public CpuList {
    numbers = List.copyOf(numbers);
  }

  /// Parses a file that holds a list.
  public static CpuList parse(KernelText text) throws MalformedSourceException {
    List<Integer> numbers = new ArrayList<>();
    if (!text.nextLine() || !text.hasField()) return new CpuList(numbers);
    do {
      long first = text.unsigned();
      long last = text.take("-") ? text.unsigned() : first;
      if (last < first || last >= MOST) throw text.malformed("no range of processors");
      for (long number = first; number <= last; number++) numbers.add((int) number);
    } while (text.take(","));
    if (text.hasField()) throw text.malformed("no list of processors");
    return new CpuList(numbers);
  }
}
