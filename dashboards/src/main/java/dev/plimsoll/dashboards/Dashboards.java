package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Dashboard;
import java.util.List;

/// All dashboards, from the fleet down.
public final class Dashboards {
  private Dashboards() {}

  public static List<Dashboard> all() {
    return List.of(
        FleetDashboard.dashboard(),
        NodeDashboard.dashboard(),
        PodDashboard.dashboard(),
        ContainerDashboard.dashboard(),
        LifecycleDashboard.dashboard(),
        StorageDashboard.dashboard(),
        AgentDashboard.dashboard());
  }
}
