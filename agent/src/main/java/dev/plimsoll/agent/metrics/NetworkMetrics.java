package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.NetDev;
import dev.plimsoll.collectors.proc.NetDev.Interface;
import dev.plimsoll.collectors.proc.NetDev.Received;
import dev.plimsoll.collectors.proc.NetDev.Sent;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What goes through the host's network interfaces.
final class NetworkMetrics {
  private static final Family BYTES =
      Family.counter(
          "plimsoll_node_network_bytes_total",
          "Bytes that an interface received or sent (/proc/1/net/dev).",
          "interface",
          "direction");
  private static final Family PACKETS =
      Family.counter(
          "plimsoll_node_network_packets_total",
          "Packets that an interface received or sent (/proc/1/net/dev).",
          "interface",
          "direction");
  private static final Family ERRORS =
      Family.counter(
          "plimsoll_node_network_errors_total",
          "Packets that came in bad or could not be sent (/proc/1/net/dev).",
          "interface",
          "direction");
  private static final Family DROPS =
      Family.counter(
          "plimsoll_node_network_drops_total",
          "Packets that were dropped for want of room, or because nothing wanted them"
              + " (/proc/1/net/dev).",
          "interface",
          "direction");

  static final List<Family> FAMILIES = List.of(BYTES, PACKETS, ERRORS, DROPS);

  private NetworkMetrics() {}

  static void write(NetDev net, Sink sink) {
    for (Interface each : net.interfaces()) {
      write(Labels.of("interface", each.name(), "direction", "receive"), each.received(), sink);
      write(Labels.of("interface", each.name(), "direction", "transmit"), each.sent(), sink);
    }
  }

  private static void write(Labels labels, Received received, Sink sink) {
    sink.sample(BYTES, labels, received.bytes());
    sink.sample(PACKETS, labels, received.packets());
    sink.sample(ERRORS, labels, received.errors());
    sink.sample(DROPS, labels, received.dropped());
  }

  private static void write(Labels labels, Sent sent, Sink sink) {
    sink.sample(BYTES, labels, sent.bytes());
    sink.sample(PACKETS, labels, sent.packets());
    sink.sample(ERRORS, labels, sent.errors());
    sink.sample(DROPS, labels, sent.dropped());
  }
}
