package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `/proc/stat`, for example `cpu0 19271 0 4267 96723 22 0 18 5 0 0` (`fs/proc/stat.c`). All but
/// the CPUs is empty where its line is missing or did not parse.
///
/// @param total all CPUs together; it counts on when a CPU goes offline
/// @param cpus the CPUs that are online, in the order of their numbers
/// @param interrupts interrupts served since boot
/// @param contextSwitches since boot
/// @param bootTime when the system booted, in seconds of Unix time
/// @param forks processes and threads made since boot
/// @param running tasks that run or can run now
/// @param blocked tasks that wait for a disk now
public record KernelStat(
    CpuTicks total,
    List<Cpu> cpus,
    OptionalLong interrupts,
    OptionalLong contextSwitches,
    OptionalLong bootTime,
    OptionalLong forks,
    OptionalLong running,
    OptionalLong blocked,
    Optional<SoftIrqs> softIrqs) {

  /// One CPU.
  ///
  /// @param number as the kernel numbers it, from 0
  public record Cpu(long number, CpuTicks ticks) {}

  public KernelStat {
    cpus = List.copyOf(cpus);
  }

  /// The same with other times of CPUs.
  KernelStat withTimes(CpuTicks allTogether, List<Cpu> each) {
    return new KernelStat(
        allTogether,
        each,
        interrupts,
        contextSwitches,
        bootTime,
        forks,
        running,
        blocked,
        softIrqs);
  }

  /// Reads the file.
  public static Section<KernelStat> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("stat"), Need.REQUIRED, KernelStat::parse);
  }

  static KernelStat parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    if (!text.take("cpu ")) throw text.malformed("no line of all CPUs");
    Lines lines = new Lines(CpuTicks.parse(text));
    while (text.nextLine()) {
      try {
        lines.take(text);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return lines.stat();
  }

  /// What the lines so far have said.
  private static final class Lines {
    private final CpuTicks total;
    private final List<Cpu> cpus = new ArrayList<>();
    private OptionalLong interrupts = OptionalLong.empty();
    private OptionalLong contextSwitches = OptionalLong.empty();
    private OptionalLong bootTime = OptionalLong.empty();
    private OptionalLong forks = OptionalLong.empty();
    private OptionalLong running = OptionalLong.empty();
    private OptionalLong blocked = OptionalLong.empty();
    private Optional<SoftIrqs> softIrqs = Optional.empty();

    Lines(CpuTicks total) {
      this.total = total;
    }

    void take(KernelText line) throws MalformedSourceException {
      if (line.take("cpu")) cpus.add(new Cpu(line.unsigned(), CpuTicks.parse(line)));
      else if (line.take("intr ")) interrupts = OptionalLong.of(line.unsigned());
      else if (line.take("ctxt ")) contextSwitches = OptionalLong.of(line.unsigned());
      else if (line.take("btime ")) bootTime = OptionalLong.of(line.unsigned());
      else if (line.take("processes ")) forks = OptionalLong.of(line.unsigned());
      else if (line.take("procs_running ")) running = OptionalLong.of(line.unsigned());
      else if (line.take("procs_blocked ")) blocked = OptionalLong.of(line.unsigned());
      else if (line.take("softirq ")) softIrqs = Optional.of(SoftIrqs.parse(line));
    }

    KernelStat stat() {
      return new KernelStat(
          total, cpus, interrupts, contextSwitches, bootTime, forks, running, blocked, softIrqs);
    }
  }
}
