package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.node;
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

  static Row connections() {
    return Row.of("Connections and limits", tcp(), queues(), conntrack(), files(), clock());
  }

  private static Panel tcp() {
    return Panel.lines("TCP connections", "Sockets of the host by state.", Unit.NUMBER)
        .query(node("tcp_sockets"), "{{state}}");
  }

  private static Panel queues() {
    return Panel.lines(
            "Connections refused, segments sent again",
            "Connections that found a listening socket's queue full, and segments that got lost on the way.",
            Unit.PER_SECOND)
        .query(rate("tcp_listen_overflows_total"), "queue full")
        .query(rate("tcp_retransmitted_segments_total"), "sent again");
  }

  private static Panel conntrack() {
    return Panel.lines(
            "Connections that are followed",
            "Entries of the conntrack table. When it is full, new connections are dropped without a word.",
            Unit.NUMBER)
        .query(node("conntrack_entries"), "followed")
        .query(node("conntrack_entries_limit"), "limit")
        .limit("^limit$");
  }

  private static Panel files() {
    return Panel.lines("Open files", "On the whole system, of all processes.", Unit.NUMBER)
        .query(node("open_files"), "open");
  }

  private static Panel clock() {
    return Panel.lines(
            "Clock",
            "How far the clock is off, and how far it can be off at most. The latter grows while no time server is"
                + " heard, up to 16 s.",
            Unit.SECONDS)
        .wide(24)
        .query(node("clock_offset_seconds"), "offset")
        .query(node("clock_max_error_seconds"), "at most")
        .signed();
  }
}
