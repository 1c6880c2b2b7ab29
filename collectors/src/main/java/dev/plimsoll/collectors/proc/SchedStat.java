package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;

/// `/proc/schedstat`, for example `cpu0 0 0 0 0 0 0 1213246526 143568921 3212`
/// (`Documentation/scheduler/sched-stats.rst`, version 15 and later).
///
/// @param cpus in the kernel's order
public record SchedStat(List<Cpu> cpus) {

  /// One CPU.
  ///
  /// @param runningNanos the sum of the time that tasks ran on it
  /// @param waitingNanos the sum of the time that tasks waited for it
  /// @param timeslices how often a task was given it
  public record Cpu(long number, long runningNanos, long waitingNanos, long timeslices) {}

  private static final int OWN_COUNTS = 6;

  public SchedStat {
    cpus = List.copyOf(cpus);
  }

  /// Reads the file. Absent where the kernel was built without scheduler statistics.
  public static Section<SchedStat> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("schedstat"), Need.OPTIONAL, SchedStat::parse);
  }

  static SchedStat parse(KernelText text) {
    List<Cpu> cpus = new ArrayList<>();
    while (text.nextLine()) {
      try {
        if (text.take("cpu")) cpus.add(cpu(text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new SchedStat(cpus);
  }

  private static Cpu cpu(KernelText line) throws MalformedSourceException {
    long number = line.unsigned();
    line.skipFields(OWN_COUNTS);
    return new Cpu(number, line.unsigned(), line.unsigned(), line.unsigned());
  }
}
