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

/// `interrupts`: how often each CPU was interrupted by which device.
final class InterruptsCollector implements NodeCollector {
  private static final Family INTERRUPTS =
      Family.counter(
          "node_interrupts_total",
          "Interrupts by CPU and kind (/proc/interrupts).",
          "cpu",
          "type",
          "info",
          "devices");

  private final DeviceOptions options;

  InterruptsCollector(DeviceOptions options) {
    this.options = options;
  }

  @Override
  public Source source() {
    return Source.INTERRUPTS;
  }

  @Override
  public List<Family> families() {
    return List.of(INTERRUPTS);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().interrupts());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().interrupts())
        .ifPresent(table -> write(table, sink));
  }

  /// Errors of the controller have one count for all CPUs, and no words: with a single CPU too they
  /// are not interrupts.
  private void write(PerCpuCounts table, Sink sink) {
    for (Kind kind : table.kinds()) {
      if (!kind.words().isEmpty()) write(table, kind, sink);
    }
  }

  /// Of a device's interrupt the first word names the controller and the others the device; those
  /// of the machine itself are described by all words together.
  private void write(PerCpuCounts table, Kind kind, Sink sink) {
    boolean device = !kind.words().isEmpty() && Character.isDigit(kind.name().charAt(0));
    List<String> info = device ? kind.words().subList(0, 1) : kind.words();
    List<String> devices = kind.words().subList(info.size(), kind.words().size());
    String of = String.join(" ", info);
    String to = String.join(" ", devices);
    if (!options.interrupts().wants(kind.name() + ';' + of + ';' + to)) return;
    for (int cpu = 0; cpu < table.cpus().size(); cpu++) {
      long count = kind.counts().get(cpu);
      if (count == 0 && !options.interruptsThatNeverWere()) continue;
      Labels labels =
          Labels.of(
              "cpu",
              table.cpus().get(cpu).toString(),
              "type",
              kind.name(),
              "info",
              of,
              "devices",
              to);
      sink.sample(INTERRUPTS, labels, count);
    }
  }
}
