package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Dashboard.Annotation;
import java.util.List;

/// What is drawn over all panels of a dashboard.
final class Events {
  private Events() {}

  static List<Annotation> ofNode() {
    return List.of(
        new Annotation(
            "Restart of the node",
            "changes(" + Scope.NODES.of("node_boot_time_seconds") + "[$__rate_interval]) > 0",
            Colour.INTERRUPT),
        outOfMemory(Scope.NODES.increase("node_oom_kills_total")));
  }

  static List<Annotation> ofPods() {
    return List.of(
        restarts(Scope.PODS),
        outOfMemory(Scope.PODS.increase("pod_oom_kills_total")),
        probes(Scope.PODS));
  }

  static List<Annotation> ofContainers() {
    return List.of(
        restarts(Scope.CONTAINERS),
        outOfMemory(Scope.CONTAINERS.increase("container_oom_kills_total")),
        probes(Scope.CONTAINERS));
  }

  private static Annotation restarts(Scope scope) {
    return new Annotation(
        "Restart of a container",
        scope.increase("container_restarts_total") + " > 0",
        Colour.WAITING);
  }

  private static Annotation outOfMemory(String kills) {
    return new Annotation("Out of memory", kills + " > 0", Colour.ERROR);
  }

  /// The streak came to where the kubelet acts.
  private static Annotation probes(Scope scope) {
    return new Annotation(
        "A probe failed for good",
        scope.of("probe_failure_threshold_ratio") + " >= 1",
        Colour.STOLEN);
  }
}
