package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.proc.CpuTicks;
import java.util.ArrayList;
import java.util.List;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/// CPU time of the node since its start, in milliseconds. Time of virtual machines is part of the
/// user's and not known by itself.
///
/// @param cpus each CPU that is online, in order
public record OshiCpu(CpuTicks total, List<CpuTicks> cpus) {
  public OshiCpu {
    cpus = List.copyOf(cpus);
  }

  static OshiCpu of(CentralProcessor processor) {
    List<CpuTicks> cpus = new ArrayList<>();
    for (long[] each : processor.getProcessorCpuLoadTicks()) cpus.add(ticks(each));
    return new OshiCpu(ticks(processor.getSystemCpuLoadTicks()), cpus);
  }

  private static CpuTicks ticks(long[] ticks) {
    return new CpuTicks(
        ticks[TickType.USER.getIndex()],
        ticks[TickType.NICE.getIndex()],
        ticks[TickType.SYSTEM.getIndex()],
        ticks[TickType.IDLE.getIndex()],
        ticks[TickType.IOWAIT.getIndex()],
        ticks[TickType.IRQ.getIndex()],
        ticks[TickType.SOFTIRQ.getIndex()],
        ticks[TickType.STEAL.getIndex()],
        0,
        0);
  }
}
