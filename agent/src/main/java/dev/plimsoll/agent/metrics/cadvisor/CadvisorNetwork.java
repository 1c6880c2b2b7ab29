package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.proc.NetDev;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// Traffic by interface: the node's on the root's row, a pod's on that of its sandbox.
final class CadvisorNetwork {
  private static final Family RECEIVED = family("receive_bytes", "Bytes received");
  private static final Family RECEIVED_PACKETS = family("receive_packets", "Packets received");
  private static final Family RECEIVE_DROPPED =
      family("receive_packets_dropped", "Packets that came in and were dropped");
  private static final Family RECEIVE_ERRORS = family("receive_errors", "Bad packets received");
  private static final Family SENT = family("transmit_bytes", "Bytes sent");
  private static final Family SENT_PACKETS = family("transmit_packets", "Packets sent");
  private static final Family SEND_DROPPED =
      family("transmit_packets_dropped", "Packets that were to go out and were dropped");
  private static final Family SEND_ERRORS =
      family("transmit_errors", "Packets that could not be sent");

  static final List<Family> FAMILIES =
      List.of(
          RECEIVED,
          RECEIVED_PACKETS,
          RECEIVE_DROPPED,
          RECEIVE_ERRORS,
          SENT,
          SENT_PACKETS,
          SEND_DROPPED,
          SEND_ERRORS);

  /// What cAdvisor leaves out: the loopback, and the near ends of containers' interfaces.
  private static final List<String> LEFT_OUT = List.of("lo", "veth", "docker", "nerdctl");

  private CadvisorNetwork() {}

  private static Family family(String name, String words) {
    return CadvisorFamilies.counter(
        "network_" + name + "_total", words + " (/proc/<pid>/net/dev).", "interface");
  }

  static void write(NetDev net, Labels row, Sink sink) {
    for (NetDev.Interface each : net.interfaces()) {
      if (LEFT_OUT.stream().anyMatch(each.name()::startsWith)) continue;
      Labels labels = row.add("interface", each.name());
      write(each.received(), labels, sink);
      write(each.sent(), labels, sink);
    }
  }

  private static void write(NetDev.Received received, Labels labels, Sink sink) {
    sink.sample(RECEIVED, labels, received.bytes());
    sink.sample(RECEIVED_PACKETS, labels, received.packets());
    sink.sample(RECEIVE_DROPPED, labels, received.dropped());
    sink.sample(RECEIVE_ERRORS, labels, received.errors());
  }

  private static void write(NetDev.Sent sent, Labels labels, Sink sink) {
    sink.sample(SENT, labels, sent.bytes());
    sink.sample(SENT_PACKETS, labels, sent.packets());
    sink.sample(SEND_DROPPED, labels, sent.dropped());
    sink.sample(SEND_ERRORS, labels, sent.errors());
  }
}
