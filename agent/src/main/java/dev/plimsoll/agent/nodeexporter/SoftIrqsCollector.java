package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.node.PerCpuCounts;
import dev.plimsoll.collectors.node.PerCpuCounts.Kind;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `softirqs`: how often each CPU did deferred work of an interrupt.
final class SoftIrqsCollector implements NodeCollector {
  private static final Family CALLS =
      Family.counter(
          "node_softirqs_functions_total",
          "Times that deferred work was done, by CPU and kind (/proc/softirqs).",
          "cpu",
          "type");

  @Override
  public Source source() {
    return Source.SOFTIRQS;
  }

  @Override
  public List<Family> families() {
    return List.of(CALLS);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().softIrqs());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().softIrqs())
        .ifPresent(table -> table.kinds().forEach(kind -> write(table, kind, sink)));
  }

  private static void write(PerCpuCounts table, Kind kind, Sink sink) {
    for (int cpu = 0; cpu < table.cpus().size(); cpu++) {
      Labels labels = Labels.of("cpu", table.cpus().get(cpu).toString(), "type", kind.name());
      sink.sample(CALLS, labels, kind.counts().get(cpu));
    }
  }
}
