package dev.plimsoll.agent;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.nodeexporter.ExporterView;
import dev.plimsoll.agent.nodeexporter.NodeCollectors;
import dev.plimsoll.agent.nodeexporter.UnknownCollectorException;
import dev.plimsoll.agent.web.MetricsPath;
import dev.plimsoll.agent.web.WrongQueryException;
import dev.plimsoll.collectors.NodeSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// `/metrics/node`: of the last snapshot, what a client asks for.
final class NodePage implements MetricsPath.Metrics {
  private final NodeCollectors collectors;
  private final Supplier<Optional<NodeSnapshot>> snapshot;
  private final Supplier<ExporterView> exporter;

  NodePage(
      NodeCollectors collectors,
      Supplier<Optional<NodeSnapshot>> snapshot,
      Supplier<ExporterView> exporter) {
    this.collectors = collectors;
    this.snapshot = snapshot;
    this.exporter = exporter;
  }

  @Override
  public Consumer<Sink> chosen(Set<String> collect, Set<String> exclude)
      throws WrongQueryException {
    if (!collect.isEmpty() && !exclude.isEmpty()) {
      throw new WrongQueryException("collect[] and exclude[] exclude each other");
    }
    try {
      NodeCollectors chosen = collectors.chosen(collect, exclude);
      return sink -> snapshot.get().ifPresent(node -> chosen.write(node, exporter.get(), sink));
    } catch (UnknownCollectorException unknown) {
      throw new WrongQueryException(unknown.getMessage());
    }
  }
}
