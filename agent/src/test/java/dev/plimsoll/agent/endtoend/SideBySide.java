package dev.plimsoll.agent.endtoend;

import dev.plimsoll.agent.nodeexporter.MetricsPage;
import dev.plimsoll.agent.nodeexporter.RealNodeExporter;
import dev.plimsoll.agent.settings.CollectorSettings;
import dev.plimsoll.agent.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The real node_exporter and the agent, both on this machine.
final class SideBySide implements AutoCloseable {
  private static final List<String> PACES = List.of("fast", "counters", "slow");

  private final RealNodeExporter nodeExporter;
  private final RunningAgent agent;

  private SideBySide(RealNodeExporter nodeExporter, RunningAgent agent) {
    this.nodeExporter = nodeExporter;
    this.agent = agent;
  }

  static SideBySide start(Path folder) throws IOException, InterruptedException {
    RealNodeExporter nodeExporter = RealNodeExporter.whole(sameFilters());
    try {
      RunningAgent agent =
          RunningAgent.start(
              folder,
              "--interval.fast=200ms",
              "--interval.counters=200ms",
              "--interval.slow=500ms",
              "--interval.process=1s");
      return new SideBySide(nodeExporter, agent);
    } catch (IOException | InterruptedException | AssertionError fault) {
      nodeExporter.close();
      throw fault;
    }
  }

  /// Packages of distributions have defaults of their own.
  private static List<String> sameFilters() {
    return Stream.of(
            CollectorSettings.FS_TYPES_EXCLUDE,
            CollectorSettings.MOUNT_POINTS_EXCLUDE,
            CollectorSettings.DISK_EXCLUDE,
            CollectorSettings.TEXTFILE_DIRECTORY)
        .map((Setting<?> setting) -> setting.flag() + '=' + setting.byDefault())
        .toList();
  }

  /// What both said: node_exporter, then the agent once it has read everything anew, then
  /// node_exporter again.
  record Sight(MetricsPage before, MetricsPage ours, MetricsPage after) {}

  /// Our page as it is.
  String page() {
    return agent.text("/metrics/node");
  }

  Sight look() throws IOException, InterruptedException {
    MetricsPage before = MetricsPage.parse(nodeExporter.scrape());
    awaitNewReadings();
    MetricsPage ours = MetricsPage.parse(agent.text("/metrics/node"));
    return new Sight(before, ours, MetricsPage.parse(nodeExporter.scrape()));
  }

  /// A pass that is under way may have begun before; the one after it has not.
  private void awaitNewReadings() throws InterruptedException {
    Map<String, Double> first = passes();
    agent
        .child()
        .await(
            "reading",
            () ->
                passes().entrySet().stream()
                    .allMatch(now -> now.getValue() >= first.getOrDefault(now.getKey(), 0.0) + 2));
  }

  /// How often was read so far, by the pace of those whose readings `/metrics/node` shows.
  private Map<String, Double> passes() {
    MetricsPage page = MetricsPage.parse(agent.text("/metrics?name[]=plimsoll_agent_passes_total"));
    Map<String, Double> passes = new HashMap<>();
    page.values()
        .forEach(
            (series, value) -> {
              String pace = series.labels().getOrDefault("pace", "");
              if (PACES.contains(pace)) passes.put(pace, value);
            });
    if (passes.size() < PACES.size()) throw new AssertionError("passes of " + passes.keySet());
    return passes;
  }

  @Override
  public void close() {
    agent.close();
    nodeExporter.close();
  }
}
