package dev.plimsoll.agent.pod;

import java.util.List;
import java.util.Optional;

/// A container of a pod: its spec, and its status where there is one.
///
/// @param image as the spec names it
/// @param hooks commands that the kubelet runs inside it after its start and before its end
/// @param stopSignal what ends it, `SIGQUIT`, as its status or else its spec has it; empty where
///   neither tells, as before 1.33
/// @param status empty until the kubelet has made one
public record PodContainer(
    String name,
    Kind kind,
    String image,
    Resources resources,
    List<Probe> probes,
    List<List<String>> hooks,
    String stopSignal,
    Optional<ContainerStatus> status) {
  public PodContainer {
    probes = List.copyOf(probes);
    hooks = hooks.stream().map(List::copyOf).toList();
  }

  /// What part it has in the pod's life.
  public enum Kind {
    /// Runs to its end before the next one starts.
    INIT,
    /// An init container that goes on (`restartPolicy: Always`).
    SIDECAR,
    MAIN,
    /// Added by hand to look inside.
    EPHEMERAL
  }
}
