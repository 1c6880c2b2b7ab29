package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.net.UdpQueues;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `udp_queues`: what waits in the sockets of UDP.
final class UdpQueuesCollector implements NodeCollector {
  private static final Family BYTES =
      Family.gauge(
          "node_udp_queues",
          "Bytes that wait in UDP sockets to be sent and to be read (/proc/net/udp and udp6).",
          "queue",
          "ip");

  @Override
  public Source source() {
    return Source.UDP_QUEUES;
  }

  @Override
  public List<Family> families() {
    return List.of(BYTES);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().udp());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().udp())
        .ifPresent(
            sockets -> {
              sockets.v4().ifPresent(queues -> write(queues, "v4", sink));
              sockets.v6().ifPresent(queues -> write(queues, "v6", sink));
            });
  }

  private static void write(UdpQueues queues, String ip, Sink sink) {
    sink.sample(BYTES, Labels.of("queue", "tx", "ip", ip), queues.sendBytes());
    sink.sample(BYTES, Labels.of("queue", "rx", "ip", ip), queues.receiveBytes());
  }
}
