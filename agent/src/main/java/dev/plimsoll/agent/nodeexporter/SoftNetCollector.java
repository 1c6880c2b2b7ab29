package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.net.SoftNet;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `softnet`: what each CPU did with packets that came in.
final class SoftNetCollector implements NodeCollector {
  private static final Family PROCESSED =
      Family.counter(
          "node_softnet_processed_total",
          "Packets that the CPU took in (/proc/net/softnet_stat).",
          "cpu");
  private static final Family DROPPED =
      Family.counter(
          "node_softnet_dropped_total",
          "Packets dropped because the backlog of the CPU was full (/proc/net/softnet_stat).",
          "cpu");
  private static final Family SQUEEZED =
      Family.counter(
          "node_softnet_times_squeezed_total",
          "Times that work was left over when the time for it was up (/proc/net/softnet_stat).",
          "cpu");
  private static final Family RPS =
      Family.counter(
          "node_softnet_received_rps_total",
          "Times that another CPU passed packets on to this one (/proc/net/softnet_stat).",
          "cpu");
  private static final Family FLOW_LIMIT =
      Family.counter(
          "node_softnet_flow_limit_count_total",
          "Packets dropped for the sake of other flows (/proc/net/softnet_stat).",
          "cpu");
  private static final Family COLLISION =
      Family.counter(
          "node_softnet_cpu_collision_total",
          "Collisions of CPUs that sent (/proc/net/softnet_stat).",
          "cpu");
  private static final Family BACKLOG =
      Family.gauge(
          "node_softnet_backlog_len",
          "Packets that wait for the CPU now (/proc/net/softnet_stat).",
          "cpu");

  @Override
  public Source source() {
    return Source.SOFTNET;
  }

  @Override
  public List<Family> families() {
    return List.of(PROCESSED, DROPPED, SQUEEZED, RPS, FLOW_LIMIT, COLLISION, BACKLOG);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().softNet());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().softNet())
        .ifPresent(all -> all.cpus().forEach(cpu -> write(cpu, sink)));
  }

  private static void write(SoftNet.Cpu cpu, Sink sink) {
    Labels labels = Labels.of("cpu", Long.toString(cpu.number()));
    sink.sample(PROCESSED, labels, cpu.processed());
    sink.sample(DROPPED, labels, cpu.dropped());
    sink.sample(SQUEEZED, labels, cpu.squeezed());
    sink.sample(COLLISION, labels, cpu.collisions());
    cpu.receivedRps().ifPresent(times -> sink.sample(RPS, labels, times));
    cpu.flowLimit().ifPresent(packets -> sink.sample(FLOW_LIMIT, labels, packets));
    cpu.backlog().ifPresent(packets -> sink.sample(BACKLOG, labels, packets));
  }
}
