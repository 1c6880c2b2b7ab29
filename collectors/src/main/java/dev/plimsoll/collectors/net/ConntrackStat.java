package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// `/proc/1/net/stat/nf_conntrack`: what became of connections that the kernel follows, a line of
/// names, for example `entries clashres found new invalid …`, and for each CPU one of hexadecimal
/// 32-bit counters, which wrap (`net/netfilter/nf_conntrack_standalone.c`).
///
/// @param counters the sums of all CPUs by the kernel's names; `entries` is the same in each line
///   and so of no use here
public record ConntrackStat(SequencedMap<String, Long> counters) {
  public ConntrackStat {
    counters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counters));
  }

  /// Reads the file. Absent where connections are not followed.
  public static Section<ConntrackStat> read(KernelReader reader, Roots roots) {
    return reader.section(
        roots.proc("1/net/stat/nf_conntrack"), Need.OPTIONAL, ConntrackStat::parse);
  }

  static ConntrackStat parse(KernelText text) throws MalformedSourceException {
    List<String> names = new ArrayList<>();
    text.firstLine();
    while (text.hasField()) names.add(text.word());
    SequencedMap<String, Long> counters = new LinkedHashMap<>();
    for (long[] cpu : text.lines(line -> numbers(names.size(), line))) {
      for (int index = 0; index < cpu.length; index++) {
        counters.merge(names.get(index), cpu[index], Long::sum);
      }
    }
    return new ConntrackStat(counters);
  }

  private static long[] numbers(int count, KernelText line) throws MalformedSourceException {
    long[] numbers = new long[count];
    for (int index = 0; index < count; index++) numbers[index] = line.hexadecimal();
    return numbers;
  }

  /// One sum; empty where this kernel does not count it.
  public OptionalLong counter(String name) {
    Long sum = counters.get(name);
    return sum == null ? OptionalLong.empty() : OptionalLong.of(sum);
  }
}
