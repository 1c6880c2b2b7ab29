package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// When the oldest process of each control group started: of a container the first one, with which
/// the container ends. The time of a group's directory is when the kernel last began to remember
/// it, which may be later.
///
/// @param seconds of Unix time, by the group's path
/// @param asOf when processes were read
record FirstStarts(Map<String, Double> seconds, Instant asOf) {

  /// None where the table of processes, or what its times are in, is not there.
  static FirstStarts of(NodeSnapshot node) {
    Map<String, Double> first = new HashMap<>();
    Optional<ProcessTable> table = node.processes().section().present();
    Optional<AuxiliaryVector> units = node.slow().auxiliaryVector().section().present();
    OptionalLong boot =
        node.fast()
            .stat()
            .section()
            .present()
            .map(stat -> stat.bootTime())
            .orElse(OptionalLong.empty());
    if (table.isEmpty() || units.isEmpty() || boot.isEmpty()) {
      return new FirstStarts(first, Instant.MAX);
    }
    double ticks = units.get().ticksPerSecond();
    for (ProcessEntry process : table.get().processes()) {
      double start = boot.getAsLong() + process.stat().startTicks() / ticks;
      first.merge(process.cgroupPath(), start, Math::min);
    }
    return new FirstStarts(first, node.processes().at());
  }

  /// In seconds of Unix time. Of a group without a process of its own, when it was made; empty for
  /// one that is younger than the table of processes, which may soon tell.
  OptionalDouble of(Cgroup<?> group) {
    Double start = seconds.get(group.path());
    if (start != null) return OptionalDouble.of(start);
    return group.since().isBefore(asOf)
        ? OptionalDouble.of(group.since().toEpochMilli() / 1e3)
        : OptionalDouble.empty();
  }
}
