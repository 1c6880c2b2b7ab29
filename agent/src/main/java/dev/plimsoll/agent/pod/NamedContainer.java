package dev.plimsoll.agent.pod;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A container of which little more is known than what it is called.
///
/// @param podUid the uid in the path of its control group
/// @param id the runtime's
public record NamedContainer(
    String namespace, String podName, String podUid, String container, String id) {

  /// The container, of unknown kind and state.
  PodContainer told() {
    return new PodContainer(
        container,
        PodContainer.Kind.MAIN,
        "",
        Resources.NONE,
        List.of(),
        List.of(),
        "",
        Optional.empty());
  }

  /// Its pod, of which nothing else is known.
  Pod pod() {
    PodIdentity identity =
        new PodIdentity(
            podUid,
            podUid,
            namespace,
            podName,
            false,
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    PodSpec spec =
        new PodSpec(
            "",
            "",
            "",
            "",
            false,
            false,
            Optional.empty(),
            Amounts.NONE,
            Resources.NONE,
            List.of());
    PodStatus status = new PodStatus("", "", "", "", "", Optional.empty(), List.of());
    return new Pod(identity, Workload.UNKNOWN, spec, status, List.of());
  }
}
