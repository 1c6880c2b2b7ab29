package dev.plimsoll.agent.join;

import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodTable.Place;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Names containers by what the cluster tells of its pods. A container that it has not told of yet
/// has its pod's name and its own id; a pod that it has not told of its uid.
///
/// @param sandboxes the ids of the containers that are no more than their pod's sandbox
record KnownPods(PodTable table, Set<String> sandboxes) implements PodIndex {
  private static final PodIndex UNKNOWN = PodIndex.standAlone();

  /// Whether it is told what this container is.
  boolean knows(String id) {
    return sandboxes.contains(id) || table.container(id).isPresent();
  }

  @Override
  public ContainerName name(CgroupOwner.Container container) {
    Optional<Place> place = table.container(container.id());
    if (place.isPresent()) {
      return name(place.get().pod(), place.get().container().name());
    }
    String name =
        sandboxes.contains(container.id())
            ? ContainerName.SANDBOX
            : ContainerName.brief(container.id());
    return table
        .pod(container.podUid())
        .map(pod -> name(pod, name))
        .orElseGet(() -> UNKNOWN.name(container));
  }

  @Override
  public OptionalLong restarts(String id) {
    Optional<ContainerStatus> status =
        table.container(id).flatMap(place -> place.container().status());
    return status.isEmpty() ? OptionalLong.empty() : OptionalLong.of(status.get().restarts());
  }

  private static ContainerName name(Pod pod, String container) {
    return new ContainerName(
        pod.namespace(), pod.name(), container, pod.workload().name(), pod.workload().kind());
  }
}
