package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.ReadBy;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NodePressure;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// All processes and the node, read once.
///
/// @param nanos when, by a clock that only goes forward
/// @param time the time of day
/// @param cgroups empty where there are none
/// @param at when, by the clock on the wall
/// @param load tasks that ran or could run; empty where the system does not reckon it
/// @param threads whether `processes` are threads
/// @param own the number of the process that reads; 0 where it is not known
record TopSnapshot(
    long nanos,
    LocalTime time,
    double uptimeSeconds,
    Optional<Load> load,
    KernelStat stat,
    MemInfo memory,
    Optional<NodePressure> pressure,
    List<TopProcess> processes,
    Optional<CgroupTree> cgroups,
    Instant at,
    int own,
    boolean threads,
    ReadBy readBy) {

  /// Averages over one, five and fifteen minutes.
  record Load(double one, double five, double fifteen) {}
}
