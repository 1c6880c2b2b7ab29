package dev.plimsoll.collectors;

import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NodePressure;
import java.util.List;

/// What is read at every fast interval: that of which a short burst matters.
public record FastReadings(
    Reading<KernelStat> stat,
    Reading<MemInfo> memInfo,
    Reading<NodePressure> pressure,
    Reading<CgroupTree> cgroups) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return List.of(stat, memInfo, pressure, cgroups);
  }
}
