package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Dashboard;
import java.util.List;

/// All dashboards.
public final class Dashboards {
  private Dashboards() {}

  public static List<Dashboard> all() {
    return List.of(NodeDashboard.dashboard());
  }
}
