package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Link;

/// From the fleet down to the process, and across.
final class Links {
  static final Link NODE = Link.to("Node", "plimsoll-node").column("instance", "instance");
  static final Link NODE_OF_LINE = Link.to("Node", "plimsoll-node").label("instance", "instance");
  static final Link POD =
      Link.to("Pod", "plimsoll-pod").column("namespace", "namespace").column("pod", "pod");
  static final Link POD_OF_LINE =
      Link.to("Pod", "plimsoll-pod").label("namespace", "namespace").label("pod", "pod");
  static final Link WORKLOAD =
      Link.to("Pods of the workload", "plimsoll-pod")
          .column("namespace", "namespace")
          .column("workload", "workload");
  static final Link CONTAINER =
      Link.to("Container", "plimsoll-container")
          .column("namespace", "namespace")
          .column("pod", "pod")
          .column("container", "container");
  static final Link CONTAINER_OF_LINE =
      Link.to("Container", "plimsoll-container")
          .label("namespace", "namespace")
          .label("pod", "pod")
          .label("container", "container");

  private Links() {}
}
