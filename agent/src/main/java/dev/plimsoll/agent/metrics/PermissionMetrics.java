package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.self.Permission;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What the agent may do.
final class PermissionMetrics {
  private static final Family GRANTED =
      Family.gauge(
          "plimsoll_agent_permission_granted",
          "Whether the agent has what it needs, 1 or 0: a verb and a resource of the cluster, a"
              + " capability, a path of the host (own trial).",
          "permission");

  static final List<Family> FAMILIES = List.of(GRANTED);

  private PermissionMetrics() {}

  static void write(List<Permission> permissions, Sink sink) {
    for (Permission permission : permissions) {
      Labels labels = Labels.of("permission", permission.name());
      sink.sample(GRANTED, labels, permission.isGranted() ? 1 : 0);
    }
  }
}
