package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ClusterNode;
import dev.plimsoll.agent.pod.ClusterNode.Facts;
import dev.plimsoll.agent.pod.PodStatus.Condition;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;

/// This node, where the API server tells of it.
final class KubeNode {
  private static final String ROLE = "node-role.kubernetes.io/";
  private static final List<String> STATUSES = List.of("true", "false", "unknown");

  private static final Family INFO =
      gauge(
          "info",
          "Information about a cluster node.",
          "kernel_version",
          "os_image",
          "container_runtime_version",
          "kubelet_version",
          "kubeproxy_version",
          "provider_id",
          "pod_cidr",
          "system_uuid",
          "internal_ip");
  private static final Family CREATED = gauge("created", "Unix creation timestamp");
  private static final Family DELETION = gauge("deletion_timestamp", "Unix deletion timestamp");
  private static final Family ROLES = gauge("role", "The role of a cluster node.", "role");
  private static final Family UNSCHEDULABLE =
      gauge("spec_unschedulable", "Whether a node can schedule new pods.");
  private static final Family TAINT =
      gauge("spec_taint", "The taint of a cluster node.", "key", "value", "effect");
  private static final Family CONDITION =
      gauge("status_condition", "The condition of a cluster node.", "condition", "status");
  private static final KubeResources CAPACITY =
      new KubeResources(
          gauge(
              "status_capacity",
              "The total amount of resources available for a node.",
              "resource",
              "unit"));
  private static final KubeResources ALLOCATABLE =
      new KubeResources(
          gauge(
              "status_allocatable",
              "The amount of resources allocatable for pods (after reserving some for system"
                  + " daemons).",
              "resource",
              "unit"));

  private KubeNode() {}

  private static Family gauge(String name, String help, String... more) {
    String[] labels = new String[more.length + 1];
    labels[0] = "node";
    System.arraycopy(more, 0, labels, 1, more.length);
    return Family.gauge("kube_node_" + name, help, labels);
  }

  static void write(ClusterNode node, Sink sink) {
    Labels own = Labels.of("node", node.name());
    sink.sample(INFO, info(node.facts(), own), 1);
    node.created().ifPresent(at -> sink.sample(CREATED, own, at.getEpochSecond()));
    node.deletion().ifPresent(at -> sink.sample(DELETION, own, at.getEpochSecond()));
    sink.sample(UNSCHEDULABLE, own, node.unschedulable() ? 1 : 0);
    for (ClusterNode.Taint taint : node.taints()) sink.sample(TAINT, taint(taint, own), 1);
    for (String label : node.labels().keySet()) {
      if (!label.startsWith(ROLE)) continue;
      sink.sample(ROLES, own.add("role", label.substring(ROLE.length())), 1);
    }
    node.conditions().forEach(condition -> write(condition, own, sink));
    CAPACITY.write(node.capacity(), own, sink);
    ALLOCATABLE.write(node.allocatable(), own, sink);
  }

  private static Labels info(Facts facts, Labels own) {
    return own.merge(
        Labels.of(
            "kernel_version", facts.kernelVersion(),
            "os_image", facts.osImage(),
            "container_runtime_version", facts.runtimeVersion(),
            "kubelet_version", facts.kubeletVersion(),
            "kubeproxy_version", facts.kubeProxyVersion(),
            "provider_id", facts.providerId(),
            "pod_cidr", facts.podCidr(),
            "system_uuid", facts.systemUuid(),
            "internal_ip", facts.internalIp()));
  }

  private static Labels taint(ClusterNode.Taint taint, Labels own) {
    return own.merge(
        Labels.of("key", taint.key(), "value", taint.value(), "effect", taint.effect()));
  }

  private static void write(Condition condition, Labels own, Sink sink) {
    String now = condition.status().toLowerCase(Locale.ROOT);
    for (String status : STATUSES) {
      Labels labels = own.add("condition", condition.type()).add("status", status);
      sink.sample(CONDITION, labels, status.equals(now) ? 1 : 0);
    }
  }
}
