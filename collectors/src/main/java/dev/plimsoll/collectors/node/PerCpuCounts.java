package dev.plimsoll.collectors.node;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;

/// `/proc/interrupts` and `/proc/softirqs`: how often each CPU was interrupted, by kind
/// (`fs/proc/interrupts.c`, `fs/proc/softirqs.c`), for example
///
/// ```
///            CPU0       CPU1
///  29:          0          3   PCI-MSIX-0000:00:01.0   1-edge      virtio0-inflate
/// TLB:     332672     323459   TLB shootdowns
/// ```
///
/// @param cpus the numbers of the CPUs that the columns are of
/// @param kinds in the kernel's order; those that are not counted for each CPU are left out
public record PerCpuCounts(List<Long> cpus, List<Kind> kinds) {
  public PerCpuCounts {
    cpus = List.copyOf(cpus);
    kinds = List.copyOf(kinds);
  }

  /// One line.
  ///
  /// @param name a number, or letters
  /// @param counts in the order of the CPUs
  /// @param words what stands behind the counts, parted by one blank each; may be empty
  public record Kind(String name, List<Long> counts, List<String> words) {
    public Kind {
      counts = List.copyOf(counts);
      words = List.copyOf(words);
    }
  }

  /// Reads `/proc/interrupts`. Absent where the architecture has none.
  public static Section<PerCpuCounts> readInterrupts(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("interrupts"), Need.OPTIONAL, PerCpuCounts::parse);
  }

  /// Reads `/proc/softirqs`.
  public static Section<PerCpuCounts> readSoftIrqs(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("softirqs"), Need.OPTIONAL, PerCpuCounts::parse);
  }

  static PerCpuCounts parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    List<Long> cpus = new ArrayList<>();
    while (text.take("CPU")) cpus.add(text.unsigned());
    if (cpus.isEmpty()) throw text.malformed("no CPU");
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : text.lines(line -> kind(line, cpus.size()))) {
      if (kind.counts.size() == cpus.size()) kinds.add(kind);
    }
    return new PerCpuCounts(cpus, kinds);
  }

  private static Kind kind(KernelText line, int cpus) throws MalformedSourceException {
    line.hasField();
    String name = line.until(':');
    List<Long> counts = new ArrayList<>();
    while (counts.size() < cpus && line.hasField()) counts.add(line.unsigned());
    List<String> words = new ArrayList<>();
    while (line.hasField()) words.add(line.word());
    return new Kind(name, counts, words);
  }
}
