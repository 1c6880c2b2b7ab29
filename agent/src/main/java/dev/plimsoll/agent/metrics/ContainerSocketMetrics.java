package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.process.OpenSockets;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sockets of containers, where they were asked for. A container of which a process could not
/// be read has no sample.
///
/// @param sockets of each process
/// @param byGroup the processes by their control group's path
record ContainerSocketMetrics(OpenSockets sockets, Map<String, List<ProcessEntry>> byGroup) {
  private static final Family SOCKETS =
      Family.gauge(
          "plimsoll_container_sockets",
          "Sockets that the container's processes have open; only with"
              + " --cadvisor.enable-metrics=sockets (/proc/<pid>/fd).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");

  static final List<Family> FAMILIES = List.of(SOCKETS);

  static ContainerSocketMetrics of(NodeSnapshot node) {
    Map<String, List<ProcessEntry>> byGroup = new HashMap<>();
    Optional<ProcessTable> table = node.processes().section().present();
    Optional<OpenSockets> sockets = table.flatMap(ProcessTable::sockets);
    if (sockets.isEmpty()) return new ContainerSocketMetrics(new OpenSockets(Map.of()), byGroup);
    for (ProcessEntry process : table.orElseThrow().processes()) {
      byGroup.computeIfAbsent(process.cgroupPath(), _ -> new ArrayList<>()).add(process);
    }
    return new ContainerSocketMetrics(sockets.orElseThrow(), byGroup);
  }

  /// A container whose processes have not been seen has none yet.
  void write(Cgroup<?> group, Labels labels, Sink sink) {
    List<ProcessEntry> processes = byGroup.getOrDefault(group.path(), List.of());
    if (processes.isEmpty()) return;
    sockets.of(processes).ifPresent(open -> sink.sample(SOCKETS, labels, open));
  }
}
