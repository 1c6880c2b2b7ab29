package dev.plimsoll.agent.join;

import dev.plimsoll.collectors.cgroup.CgroupOwner;

/// Finds the name of a container.
@FunctionalInterface
public interface PodIndex {
  ContainerName name(CgroupOwner.Container container);

  /// The name of a whole pod: a container's whose name is empty.
  default ContainerName name(CgroupOwner.Pod pod) {
    return name(
        new CgroupOwner.Container(pod.uid(), "", CgroupOwner.ContainerRuntime.UNKNOWN, pod.qos()));
  }

  /// Without a cluster: the pod by its uid, the container by the first twelve digits of its id.
  static PodIndex standAlone() {
    return container ->
        new ContainerName("", container.podUid(), ContainerName.brief(container.id()), "", "");
  }
}
