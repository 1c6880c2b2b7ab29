package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.NetDev;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `netdev`: what went through network interfaces.
final class NetDevCollector implements NodeCollector {
  private static final Family RECEIVE_BYTES =
      Family.counter(
          "node_network_receive_bytes_total", "Bytes received (/proc/net/dev).", "device");
  private static final Family RECEIVE_PACKETS =
      Family.counter(
          "node_network_receive_packets_total", "Packets received (/proc/net/dev).", "device");
  private static final Family RECEIVE_ERRS =
      Family.counter(
          "node_network_receive_errs_total", "Bad packets received (/proc/net/dev).", "device");
  private static final Family RECEIVE_DROP =
      Family.counter(
          "node_network_receive_drop_total",
          "Packets received that found no room or that no protocol wanted (/proc/net/dev).",
          "device");
  private static final Family RECEIVE_FIFO =
      Family.counter(
          "node_network_receive_fifo_total",
          "Overruns of the queue of received packets (/proc/net/dev).",
          "device");
  private static final Family RECEIVE_FRAME =
      Family.counter(
          "node_network_receive_frame_total",
          "Packets received with a bad frame (/proc/net/dev).",
          "device");
  private static final Family RECEIVE_COMPRESSED =
      Family.counter(
          "node_network_receive_compressed_total",
          "Compressed packets received (/proc/net/dev).",
          "device");
  private static final Family RECEIVE_MULTICAST =
      Family.counter(
          "node_network_receive_multicast_total",
          "Multicast packets received (/proc/net/dev).",
          "device");
  private static final Family TRANSMIT_BYTES =
      Family.counter("node_network_transmit_bytes_total", "Bytes sent (/proc/net/dev).", "device");
  private static final Family TRANSMIT_PACKETS =
      Family.counter(
          "node_network_transmit_packets_total", "Packets sent (/proc/net/dev).", "device");
  private static final Family TRANSMIT_ERRS =
      Family.counter(
          "node_network_transmit_errs_total",
          "Packets that could not be sent (/proc/net/dev).",
          "device");
  private static final Family TRANSMIT_DROP =
      Family.counter(
          "node_network_transmit_drop_total",
          "Packets to be sent that found no room (/proc/net/dev).",
          "device");
  private static final Family TRANSMIT_FIFO =
      Family.counter(
          "node_network_transmit_fifo_total",
          "Overruns of the queue of packets to be sent (/proc/net/dev).",
          "device");
  private static final Family TRANSMIT_COLLS =
      Family.counter(
          "node_network_transmit_colls_total", "Collisions in sending (/proc/net/dev).", "device");
  private static final Family TRANSMIT_CARRIER =
      Family.counter(
          "node_network_transmit_carrier_total",
          "Losses of the carrier and other faults of the link in sending (/proc/net/dev).",
          "device");
  private static final Family TRANSMIT_COMPRESSED =
      Family.counter(
          "node_network_transmit_compressed_total",
          "Compressed packets sent (/proc/net/dev).",
          "device");
  private static final Family RECEIVE_NOHANDLER =
      Family.counter(
          "node_network_receive_nohandler_total",
          "Packets received by an inactive device that nobody wanted (/sys/class/net).",
          "device");

  private final NameFilter devices;

  NetDevCollector(NameFilter devices) {
    this.devices = devices;
  }

  @Override
  public Source source() {
    return Source.NETDEV;
  }

  @Override
  public List<Family> families() {
    return List.of(
        RECEIVE_BYTES,
        RECEIVE_PACKETS,
        RECEIVE_ERRS,
        RECEIVE_DROP,
        RECEIVE_FIFO,
        RECEIVE_FRAME,
        RECEIVE_COMPRESSED,
        RECEIVE_MULTICAST,
        TRANSMIT_BYTES,
        TRANSMIT_PACKETS,
        TRANSMIT_ERRS,
        TRANSMIT_DROP,
        TRANSMIT_FIFO,
        TRANSMIT_COLLS,
        TRANSMIT_CARRIER,
        TRANSMIT_COMPRESSED,
        RECEIVE_NOHANDLER);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().netDev());
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.slow().unwantedPackets());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().netDev())
        .ifPresent(
            all -> {
              for (NetDev.Interface each : all.interfaces()) {
                if (devices.wants(each.name())) write(each, sink);
              }
            });
    NodeCollector.value(node.slow().unwantedPackets())
        .ifPresent(
            all ->
                all.byInterface()
                    .forEach(
                        (name, packets) -> {
                          if (devices.wants(name)) {
                            sink.sample(RECEIVE_NOHANDLER, device(name), packets);
                          }
                        }));
  }

  private static Labels device(String name) {
    return Labels.of("device", name);
  }

  private static void write(NetDev.Interface each, Sink sink) {
    Labels device = device(each.name());
    writeReceived(each.received(), device, sink);
    writeSent(each.sent(), device, sink);
  }

  private static void writeReceived(NetDev.Received received, Labels device, Sink sink) {
    sink.sample(RECEIVE_BYTES, device, received.bytes());
    sink.sample(RECEIVE_PACKETS, device, received.packets());
    sink.sample(RECEIVE_ERRS, device, received.errors());
    sink.sample(RECEIVE_DROP, device, received.dropped());
    sink.sample(RECEIVE_FIFO, device, received.fifo());
    sink.sample(RECEIVE_FRAME, device, received.frame());
    sink.sample(RECEIVE_COMPRESSED, device, received.compressed());
    sink.sample(RECEIVE_MULTICAST, device, received.multicast());
  }

  private static void writeSent(NetDev.Sent sent, Labels device, Sink sink) {
    sink.sample(TRANSMIT_BYTES, device, sent.bytes());
    sink.sample(TRANSMIT_PACKETS, device, sent.packets());
    sink.sample(TRANSMIT_ERRS, device, sent.errors());
    sink.sample(TRANSMIT_DROP, device, sent.dropped());
    sink.sample(TRANSMIT_FIFO, device, sent.fifo());
    sink.sample(TRANSMIT_COLLS, device, sent.collisions());
    sink.sample(TRANSMIT_CARRIER, device, sent.carrier());
    sink.sample(TRANSMIT_COMPRESSED, device, sent.compressed());
  }
}
