package dev.plimsoll.collectors.node;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// `/sys/kernel/mm/ksm`: pages with the same content that the kernel keeps once, a number in each
/// file (`Documentation/admin-guide/mm/ksm.rst`).
///
/// @param values by the name of the file; those that this kernel does not have are left out
public record SamePageMerging(SequencedMap<String, Long> values) {
  private static final String ROOT = "kernel/mm/ksm";
  private static final List<String> FILES =
      List.of(
          "full_scans",
          "merge_across_nodes",
          "pages_shared",
          "pages_sharing",
          "pages_to_scan",
          "pages_unshared",
          "pages_volatile",
          "run",
          "sleep_millisecs");

  public SamePageMerging {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// Reads the files. Absent where the kernel does not merge pages.
  public static Section<SamePageMerging> read(KernelReader reader, Roots roots) {
    try {
      reader.status(roots.sys(ROOT));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
    SequencedMap<String, Long> values = new LinkedHashMap<>();
    Gathering gathering = new Gathering();
    for (String file : FILES) {
      gathering
          .add(
              reader.section(
                  roots.sys(ROOT + '/' + file), Need.OPTIONAL, text -> text.firstLine().unsigned()))
          .ifPresent(value -> values.put(file, value));
    }
    return gathering.section(new SamePageMerging(values));
  }
}
