package dev.plimsoll.collectors.proc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the idle times of CPUs from stepping back. The kernel corrects `idle` and `iowait` of a
/// tickless CPU by a little when it wakes (`get_idle_time` in `fs/proc/stat.c`), and to Prometheus
/// a counter that falls has been reset: its rate would show a jump of days. A step of three seconds
/// or more is a CPU that was switched off and on, and is let through. Belongs to one thread.
public final class SteadyIdle {
  /// Three seconds of USER_HZ, which is 100 on every architecture that Plimsoll runs on
  /// (`include/asm-generic/param.h`).
  private static final long CORRECTION = 300;

  private Map<Long, CpuTicks> last = Map.of();
  private CpuTicks lastTotal = new CpuTicks(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// The reading with each idle time at least as large as it was before.
  public KernelStat steady(KernelStat stat) {
    List<KernelStat.Cpu> cpus = stat.cpus().stream().map(this::steady).toList();
    last =
        cpus.stream()
            .collect(
                Collectors.toMap(
                    KernelStat.Cpu::number, KernelStat.Cpu::ticks, (_, later) -> later));
    lastTotal = steady(lastTotal, stat.total());
    return stat.withTimes(lastTotal, cpus);
  }

  private KernelStat.Cpu steady(KernelStat.Cpu cpu) {
    return new KernelStat.Cpu(cpu.number(), steady(last.get(cpu.number()), cpu.ticks()));
  }

  private static CpuTicks steady(@Nullable CpuTicks before, CpuTicks now) {
    if (before == null) return now;
    return now.withIdle(steady(before.idle(), now.idle()), steady(before.ioWait(), now.ioWait()));
  }

  private static long steady(long before, long now) {
    return now < before && before - now < CORRECTION ? before : now;
  }
}
