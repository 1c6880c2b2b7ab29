package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// `/proc/vmstat`, for example `pgmajfault 1543` (`mm/vmstat.c`). Some lines are counters since
/// boot, some are numbers of pages now; which there are depends on the kernel, so all are kept.
///
/// @param values by name, in the kernel's order
public record VmStat(SequencedMap<String, Long> values) {
  public VmStat {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// Reads the file.
  public static Section<VmStat> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("vmstat"), Need.REQUIRED, VmStat::parse);
  }

  static VmStat parse(KernelText text) throws MalformedSourceException {
    SequencedMap<String, Long> values = LinkedHashMap.newLinkedHashMap(256);
    while (text.nextLine()) {
      try {
        values.put(text.word(), text.signed());
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (values.isEmpty()) throw text.malformed("no values");
    return new VmStat(values);
  }

  /// A value by the kernel's name for it; empty where this kernel does not have it.
  public OptionalLong value(String name) {
    Long value = values.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
