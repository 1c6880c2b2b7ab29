package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.rate;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// What goes through the host's interfaces. Those of pods are left out: they show the same packets
/// again.
final class NodeNetwork {
  private static final String OWN = "interface!~\"lo|veth.*|cali.*|lxc.*|cni.*|flannel.*\"";
  private static final String DIRECTED = "{{interface}} {{direction}}";

  private NodeNetwork() {}

  static Row row() {
    return Row.of("Network", bytes(), packets(), errors());
  }

  private static Panel bytes() {
    return Panel.lines("Traffic", "Bytes received, and sent (below zero).", Unit.BYTES_PER_SECOND)
        .query(rate("network_bytes_total", OWN), DIRECTED)
        .below(" transmit$");
  }

  private static Panel packets() {
    return Panel.lines(
            "Packets", "Packets received, and sent (below zero).", Unit.PACKETS_PER_SECOND)
        .query(rate("network_packets_total", OWN), DIRECTED)
        .below(" transmit$");
  }

  private static Panel errors() {
    return Panel.lines(
            "Errors and drops",
            "Packets that came in bad or could not be sent, and packets that found no room or that nothing wanted.",
            Unit.PACKETS_PER_SECOND)
        .wide(24)
        .query(rate("network_errors_total", OWN), DIRECTED + " errors")
        .query(rate("network_drops_total", OWN), DIRECTED + " drops");
  }
}
