package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.net.SoftNet;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What became of packets between the network card and the protocols, by CPU. The kernel's own
/// counters have 32 bits; to Prometheus, one that wraps has begun anew.
final class SoftNetMetrics {
  private static final Family PROCESSED =
      Family.counter(
          "plimsoll_node_softnet_processed_total",
          "Packets that a CPU took in (/proc/1/net/softnet_stat).",
          "cpu");
  private static final Family DROPPED =
      Family.counter(
          "plimsoll_node_softnet_dropped_total",
          "Packets that a CPU dropped because its backlog was full (/proc/1/net/softnet_stat).",
          "cpu");
  private static final Family SQUEEZED =
      Family.counter(
          "plimsoll_node_softnet_squeezed_total",
          "Times that a CPU left packets for later because its time was up"
              + " (/proc/1/net/softnet_stat).",
          "cpu");

  static final List<Family> FAMILIES = List.of(PROCESSED, DROPPED, SQUEEZED);

  private SoftNetMetrics() {}

  static void write(SoftNet net, Sink sink) {
    for (SoftNet.Cpu cpu : net.cpus()) {
      Labels labels = Labels.of("cpu", Long.toString(cpu.number()));
      sink.sample(PROCESSED, labels, cpu.processed());
      sink.sample(DROPPED, labels, cpu.dropped());
      sink.sample(SQUEEZED, labels, cpu.squeezed());
    }
  }
}
