package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.net.ProtocolCounters;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// How the host's own TCP fares: that of its network namespace, not of the pods'.
final class TcpMetrics {
  private static final Family SEGMENTS =
      Family.counter(
          "plimsoll_node_tcp_segments_total",
          "TCP segments that the host received or sent (/proc/1/net/snmp).",
          "direction");
  private static final Family RETRANSMITTED =
      Family.counter(
          "plimsoll_node_tcp_retransmitted_segments_total",
          "TCP segments that the host sent again (/proc/1/net/snmp).");
  private static final Family OPENED =
      Family.counter(
          "plimsoll_node_tcp_connections_opened_total",
          "TCP connections that the host opened or accepted (/proc/1/net/snmp).",
          "direction");
  private static final Family ESTABLISHED =
      Family.gauge(
          "plimsoll_node_tcp_connections_established",
          "TCP connections of the host that are open at this moment (/proc/1/net/snmp).");
  private static final Family LISTEN_OVERFLOWS =
      Family.counter(
          "plimsoll_node_tcp_listen_overflows_total",
          "TCP connections that found the queue of a listening socket full (/proc/1/net/netstat).");
  private static final Family LISTEN_DROPS =
      Family.counter(
          "plimsoll_node_tcp_listen_drops_total",
          "TCP connections dropped before they were accepted, for whatever reason"
              + " (/proc/1/net/netstat).");
  private static final Family SOCKETS =
      Family.gauge(
          "plimsoll_node_tcp_sockets",
          "TCP sockets by state: in use and waiting for late segments in the host's network,"
              + " allocated and orphaned on the whole system (/proc/1/net/sockstat).",
          "state");

  static final List<Family> FAMILIES =
      List.of(
          SEGMENTS, RETRANSMITTED, OPENED, ESTABLISHED, LISTEN_OVERFLOWS, LISTEN_DROPS, SOCKETS);

  private TcpMetrics() {}

  static void writeSnmp(ProtocolCounters snmp, Sink sink) {
    Numbers tcp = new Numbers(snmp, "Tcp", sink);
    tcp.write(SEGMENTS, Labels.of("direction", "receive"), "InSegs");
    tcp.write(SEGMENTS, Labels.of("direction", "transmit"), "OutSegs");
    tcp.write(RETRANSMITTED, Labels.EMPTY, "RetransSegs");
    tcp.write(OPENED, Labels.of("direction", "out"), "ActiveOpens");
    tcp.write(OPENED, Labels.of("direction", "in"), "PassiveOpens");
    tcp.write(ESTABLISHED, Labels.EMPTY, "CurrEstab");
  }

  static void writeNetstat(ProtocolCounters netstat, Sink sink) {
    Numbers tcp = new Numbers(netstat, "TcpExt", sink);
    tcp.write(LISTEN_OVERFLOWS, Labels.EMPTY, "ListenOverflows");
    tcp.write(LISTEN_DROPS, Labels.EMPTY, "ListenDrops");
  }

  static void writeSockets(ProtocolCounters sockets, Sink sink) {
    Numbers tcp = new Numbers(sockets, "TCP", sink);
    tcp.write(SOCKETS, Labels.of("state", "in_use"), "inuse");
    tcp.write(SOCKETS, Labels.of("state", "time_wait"), "tw");
    tcp.write(SOCKETS, Labels.of("state", "allocated"), "alloc");
    tcp.write(SOCKETS, Labels.of("state", "orphaned"), "orphan");
  }

  private record Numbers(ProtocolCounters counters, String protocol, Sink sink) {
    void write(Family family, Labels labels, String name) {
      counters.value(protocol, name).ifPresent(value -> sink.sample(family, labels, value));
    }
  }
}
