package dev.plimsoll.agent.pod;

import java.util.List;
import java.util.stream.Stream;

/// A pod of this node, as its last telling had it. Nothing of its environment, its secrets or its
/// containers' arguments is kept, but for the commands of probes and hooks.
///
/// @param containers in the order of the spec: first those that initialise it, last ephemeral ones
public record Pod(
    PodIdentity identity,
    Workload workload,
    PodSpec spec,
    PodStatus status,
    List<PodContainer> containers) {
  public Pod {
    containers = List.copyOf(containers);
  }

  /// The uid that its control groups have.
  public String groupUid() {
    return identity.groupUid();
  }

  public String namespace() {
    return identity.namespace();
  }

  public String name() {
    return identity.name();
  }

  /// The containers that run beside each other: neither passing ones that initialise the pod nor
  /// ephemeral ones.
  public Stream<PodContainer> lasting() {
    return containers.stream()
        .filter(
            container ->
                container.kind() == PodContainer.Kind.MAIN
                    || container.kind() == PodContainer.Kind.SIDECAR);
  }
}
