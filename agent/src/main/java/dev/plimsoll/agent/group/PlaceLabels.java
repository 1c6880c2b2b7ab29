package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import io.prometheus.metrics.model.snapshots.Labels;

/// What a place is called: a container by its pod, anything else of the host by its unit. What runs
/// beside a container belongs to its pod, as what is in no container of a pod does.
final class PlaceLabels {
  private PlaceLabels() {}

  static Labels of(CgroupOwner owner, PodIndex pods) {
    return switch (owner) {
      case CgroupOwner.Container container -> pods.name(container).labels();
      case CgroupOwner.LoneContainer container -> ContainerName.alone(container).labels();
      case CgroupOwner.Monitor(CgroupOwner.Container watched) -> pods.name(watched).podLabels();
      case CgroupOwner.Monitor(CgroupOwner _) -> Labels.of("unit", "conmon");
      case CgroupOwner.Pod pod -> pods.name(pod).podLabels();
      case CgroupOwner.Unit(String name) -> Labels.of("unit", name);
      case CgroupOwner.Other(String path) -> Labels.of("unit", path);
    };
  }
}
