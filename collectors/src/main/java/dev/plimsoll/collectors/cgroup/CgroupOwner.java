package dev.plimsoll.collectors.cgroup;

/// Whose a control group is, as its path alone tells. [CgroupPath#owner(String)] makes it.
public sealed interface CgroupOwner {

  /// A container of a pod, or a pod's sandbox: the path does not tell which.
  ///
  /// @param podUid the pod's uid; of a static pod the 32 hex digits of its configuration
  /// @param id the runtime's id of the container
  record Container(String podUid, String id, ContainerRuntime runtime, Qos qos)
      implements CgroupOwner {}

  /// A container that belongs to no pod (docker, podman).
  record LoneContainer(String id, ContainerRuntime runtime) implements CgroupOwner {}

  /// What a runtime runs beside a container to watch it (conmon): charged to the container's pod,
  /// yet not in the container.
  ///
  /// @param watched the container, with or without a pod
  record Monitor(CgroupOwner watched) implements CgroupOwner {}

  /// A whole pod: the parent of its containers.
  record Pod(String uid, Qos qos) implements CgroupOwner {}

  /// A systemd unit, `containerd.service`, or a slice, `system.slice`; on Talos a system service.
  record Unit(String name) implements CgroupOwner {}

  /// Anything else, by its path; `/` is the root.
  record Other(String path) implements CgroupOwner {}

  /// Whether it is a container, of a pod or of none.
  default boolean isContainer() {
    return switch (this) {
      case Container _, LoneContainer _ -> true;
      case Monitor _, Pod _, Unit _, Other _ -> false;
    };
  }

  /// Who made the container, where the path tells.
  enum ContainerRuntime {
    CONTAINERD,
    CRIO,
    DOCKER,
    PODMAN,
    UNKNOWN
  }

  /// The pod's class of service, by the tier its group stands in.
  enum Qos {
    GUARANTEED,
    BURSTABLE,
    BEST_EFFORT,
    /// The path begins below the tier, which a cgroup namespace can do.
    UNKNOWN
  }
}
