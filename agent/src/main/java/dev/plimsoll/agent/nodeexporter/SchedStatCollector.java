package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.SchedStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `schedstat`: how long tasks ran and waited on each CPU.
final class SchedStatCollector implements NodeCollector {
  private static final Family RUNNING =
      Family.counter(
          "node_schedstat_running_seconds_total",
          "Seconds that tasks ran on the CPU (/proc/schedstat).",
          "cpu");
  private static final Family WAITING =
      Family.counter(
          "node_schedstat_waiting_seconds_total",
          "Seconds that tasks waited for the CPU, summed up (/proc/schedstat).",
          "cpu");
  private static final Family TIMESLICES =
      Family.counter(
          "node_schedstat_timeslices_total",
          "Times that a task was given the CPU (/proc/schedstat).",
          "cpu");

  @Override
  public Source source() {
    return Source.SCHEDSTAT;
  }

  @Override
  public List<Family> families() {
    return List.of(RUNNING, WAITING, TIMESLICES);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().schedStat());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().schedStat())
        .ifPresent(stat -> stat.cpus().forEach(cpu -> write(cpu, sink)));
  }

  private static void write(SchedStat.Cpu cpu, Sink sink) {
    Labels labels = Labels.of("cpu", Long.toString(cpu.number()));
    sink.sample(RUNNING, labels, cpu.runningNanos() / 1e9);
    sink.sample(WAITING, labels, cpu.waitingNanos() / 1e9);
    sink.sample(TIMESLICES, labels, cpu.timeslices());
  }
}
