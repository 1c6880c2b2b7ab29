package dev.plimsoll.agent.join;

import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Finds the name of a container.
@FunctionalInterface
public interface PodIndex {
  ContainerName name(CgroupOwner.Container container);

  /// The name of a whole pod: a container's whose name is empty.
  default ContainerName name(CgroupOwner.Pod pod) {
    return name(
        new CgroupOwner.Container(pod.uid(), "", CgroupOwner.ContainerRuntime.UNKNOWN, pod.qos()));
  }

  /// The name of whatever a control group belongs to; empty for the host's own. What only watches a
  /// container has its pod, and is not in a container.
  default Optional<ContainerName> find(CgroupOwner owner) {
    return switch (owner) {
      case CgroupOwner.Container container -> Optional.of(name(container));
      case CgroupOwner.LoneContainer alone -> Optional.of(ContainerName.alone(alone));
      case CgroupOwner.Pod pod -> Optional.of(name(pod));
      case CgroupOwner.Monitor(CgroupOwner watched) -> find(watched).map(ContainerName::podOnly);
      case CgroupOwner.Unit _, CgroupOwner.Other _ -> Optional.empty();
    };
  }

  /// The name of a whole pod, by the uid that its control groups have; the uid where it is not
  /// known.
  default ContainerName pod(String uid) {
    return name(new CgroupOwner.Container(
            uid, "", CgroupOwner.ContainerRuntime.UNKNOWN, CgroupOwner.Qos.UNKNOWN))
        .podOnly();
  }

  /// How often a container was started again; empty where nobody tells.
  ///
  /// @param id the runtime's
  default OptionalLong restarts(String id) {
    return OptionalLong.empty();
  }

  /// Where nothing is known but these names.
  static PodIndex named(List<NamedContainer> names) {
    return new KnownPods(PodTable.empty().withNames(names), Set.of());
  }

  /// Without a cluster: the pod by its uid, the container by the first twelve digits of its id.
  static PodIndex standAlone() {
    return container ->
        new ContainerName("", container.podUid(), ContainerName.brief(container.id()), "", "");
  }
}
