package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.CpuTicks;
import dev.plimsoll.collectors.proc.KernelStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// Where the CPUs spend their time. Guests are in families of their own, since the kernel has them
/// in `user` and `nice` too: so the modes of a CPU add up to its whole time.
final class CpuMetrics {
  private static final Family SECONDS =
      Family.counter(
          "plimsoll_node_cpu_seconds_total",
          "Seconds that a CPU spent in each mode since boot (/proc/stat); virtual machines are in"
              + " user and nice, so that the modes add up to all of its time.",
          "cpu",
          "mode");
  private static final Family GUEST_SECONDS =
      Family.counter(
          "plimsoll_node_cpu_guest_seconds_total",
          "Seconds that a CPU ran virtual machines since boot, the part of its user and nice modes"
              + " that the mode label names (/proc/stat).",
          "cpu",
          "mode");
  private static final Family CPUS =
      Family.gauge("plimsoll_node_cpus", "CPUs that are online (/proc/stat).");

  static final List<Family> FAMILIES = List.of(SECONDS, GUEST_SECONDS, CPUS);

  private CpuMetrics() {}

  /// Ticks can only be told as seconds where the kernel has said how long one is.
  static void write(KernelStat stat, AuxiliaryVector units, Sink sink) {
    sink.sample(CPUS, stat.cpus().size());
    for (KernelStat.Cpu cpu : stat.cpus()) {
      Series series = new Series(sink, Long.toString(cpu.number()), units.ticksPerSecond());
      write(cpu.ticks(), series);
    }
  }

  private static void write(CpuTicks ticks, Series cpu) {
    cpu.write(SECONDS, "user", ticks.user());
    cpu.write(SECONDS, "nice", ticks.nice());
    cpu.write(SECONDS, "system", ticks.system());
    cpu.write(SECONDS, "idle", ticks.idle());
    cpu.write(SECONDS, "iowait", ticks.ioWait());
    cpu.write(SECONDS, "irq", ticks.irq());
    cpu.write(SECONDS, "softirq", ticks.softIrq());
    cpu.write(SECONDS, "steal", ticks.steal());
    cpu.write(GUEST_SECONDS, "user", ticks.guest());
    cpu.write(GUEST_SECONDS, "nice", ticks.guestNice());
  }

  private record Series(Sink sink, String cpu, long ticksPerSecond) {
    void write(Family family, String mode, long ticks) {
      sink.sample(family, Labels.of("cpu", cpu, "mode", mode), (double) ticks / ticksPerSecond);
    }
  }
}
