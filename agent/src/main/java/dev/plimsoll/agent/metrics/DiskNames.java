package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.proc.DiskStats;
import java.util.Map;
import java.util.stream.Collectors;

/// What disks are called, by their numbers: control groups know only these.
final class DiskNames {
  private DiskNames() {}

  /// By numbers, `254:0`; empty where the disks could not be read.
  static Map<String, String> of(NodeSnapshot node) {
    return node.counters().diskStats().section().present().stream()
        .flatMap(stats -> stats.disks().stream())
        .collect(
            Collectors.toMap(
                disk -> disk.major() + ":" + disk.minor(), DiskStats.Disk::name, (one, _) -> one));
  }
}
