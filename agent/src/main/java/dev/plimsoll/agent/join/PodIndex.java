package dev.plimsoll.agent.join;

import dev.plimsoll.collectors.cgroup.CgroupOwner;

/// Finds the name of a container.
@FunctionalInterface
public interface PodIndex {
  ContainerName name(CgroupOwner.Container container);

  /// Without a cluster: the pod by its uid, the container by the first twelve digits of its id.
  static PodIndex standAlone() {
    return container -> {
      String id = container.id();
      String brief = id.substring(0, Math.min(12, id.length()));
      return new ContainerName("", container.podUid(), brief, "", "");
    };
  }
}
