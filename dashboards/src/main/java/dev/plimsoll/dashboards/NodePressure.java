package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.rate;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// How long tasks stood still for want of something.
final class NodePressure {
  private NodePressure() {}

  static Row row() {
    return Row.of("Pressure", some(), full());
  }

  private static Panel some() {
    return Panel.lines(
            "Some task stood still",
            "Share of time in which at least one task stood still for want of a resource. This is the first sign"
                + " of a shortage, before use reaches 100 %.",
            Unit.RATIO)
        .query(rate("pressure_seconds_total", "kind=\"some\""), "{{resource}}");
  }

  private static Panel full() {
    return Panel.lines(
            "All tasks stood still",
            "Share of time in which every task that was not idle stood still at once: work that was lost.",
            Unit.RATIO)
        .query(rate("pressure_seconds_total", "kind=\"full\", resource!=\"cpu\""), "{{resource}}");
  }
}
