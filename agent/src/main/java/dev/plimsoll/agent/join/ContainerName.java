package dev.plimsoll.agent.join;

import dev.plimsoll.collectors.cgroup.CgroupOwner;
import io.prometheus.metrics.model.snapshots.Labels;

/// What a container is called: the labels that every series about it carries. A part that is not
/// known is empty, which Prometheus holds equal to a label that is not there.
public record ContainerName(
    String namespace, String pod, String container, String workload, String workloadKind) {
  /// What Kubernetes has always called a sandbox where it must have a container's name.
  public static final String SANDBOX = "POD";

  public Labels labels() {
    return Labels.of(
        "namespace", namespace,
        "pod", pod,
        "container", container,
        "workload", workload,
        "workload_kind", workloadKind);
  }

  /// The labels of a series about the whole pod.
  public Labels podLabels() {
    return Labels.of(
        "namespace", namespace,
        "pod", pod,
        "workload", workload,
        "workload_kind", workloadKind);
  }

  /// A container that belongs to no pod, by the first twelve digits of its id.
  public static ContainerName alone(CgroupOwner.LoneContainer container) {
    return new ContainerName("", "", brief(container.id()), "", "");
  }

  static String brief(String id) {
    return id.substring(0, Math.min(12, id.length()));
  }

  /// A container of the same pod.
  public ContainerName ofContainer(String name) {
    return new ContainerName(namespace, pod, name, workload, workloadKind);
  }

  /// The pod alone.
  public ContainerName podOnly() {
    return new ContainerName(namespace, pod, "", workload, workloadKind);
  }
}
