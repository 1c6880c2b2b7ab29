package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import io.prometheus.metrics.model.snapshots.Labels;

/// What a place is called: a container by its pod, anything else of the host by its unit.
final class PlaceLabels {
  private static final int BRIEF = 12;

  private PlaceLabels() {}

  static Labels of(CgroupOwner owner, PodIndex pods) {
    return switch (owner) {
      case CgroupOwner.Container container -> pods.name(container).labels();
      case CgroupOwner.LoneContainer(String id, CgroupOwner.ContainerRuntime _) ->
          new ContainerName("", "", id.substring(0, Math.min(BRIEF, id.length())), "", "").labels();
      case CgroupOwner.Monitor(CgroupOwner.Container watched) -> besides(pods.name(watched));
      case CgroupOwner.Monitor(CgroupOwner _) -> Labels.of("unit", "conmon");
      case CgroupOwner.Pod(String uid, CgroupOwner.Qos _) ->
          new ContainerName("", uid, "", "", "").labels();
      case CgroupOwner.Unit(String name) -> Labels.of("unit", name);
      case CgroupOwner.Other(String path) -> Labels.of("unit", path);
    };
  }

  /// In the container's pod, in none of its containers.
  private static Labels besides(ContainerName watched) {
    return new ContainerName(
            watched.namespace(), watched.pod(), "", watched.workload(), watched.workloadKind())
        .labels();
  }
}
