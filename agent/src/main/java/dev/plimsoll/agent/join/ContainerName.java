package dev.plimsoll.agent.join;

import io.prometheus.metrics.model.snapshots.Labels;

/// What a container is called: the labels that every series about it carries. A part that is not
/// known is empty, which Prometheus holds equal to a label that is not there.
public record ContainerName(
    String namespace, String pod, String container, String workload, String workloadKind) {

  public Labels labels() {
    return Labels.of(
        "namespace", namespace,
        "pod", pod,
        "container", container,
        "workload", workload,
        "workload_kind", workloadKind);
  }
}
