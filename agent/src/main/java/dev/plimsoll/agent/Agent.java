package dev.plimsoll.agent;

import dev.plimsoll.agent.group.GroupKeeper;
import dev.plimsoll.agent.group.GroupTracker;
import dev.plimsoll.agent.group.NamingRules;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.FilesystemMetrics;
import dev.plimsoll.agent.metrics.NamedProcessMetrics;
import dev.plimsoll.agent.metrics.NodeMetrics;
import dev.plimsoll.agent.metrics.ProcessMetrics;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.reading.FailureLog;
import dev.plimsoll.agent.reading.SnapshotLoop;
import dev.plimsoll.agent.reading.SourceHealth;
import dev.plimsoll.agent.web.MetricsPath;
import dev.plimsoll.agent.web.MetricsServer;
import dev.plimsoll.collectors.NodeReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;

/// The composition root: what the agent is made of, constructed in order and closed in reverse.
public final class Agent implements AutoCloseable {
  private final PodIndex pods = PodIndex.standAlone();
  private final GroupKeeper groups;
  private final SnapshotLoop loop;
  private final MetricsServer server;

  /// @throws IOException where the metrics address cannot be bound
  public Agent(AgentOptions options, Clock clock) throws IOException {
    groups =
        new GroupKeeper(
            new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString), () -> pods);
    loop =
        new SnapshotLoop(
            () -> new NodeReader(options.roots(), clock, options.off()),
            options.intervals(),
            List.of(new SourceHealth(new FailureLog(System::nanoTime)), groups));
    server = listen(options);
  }

  private MetricsServer listen(AgentOptions options) throws IOException {
    try {
      return new MetricsServer(
          options.listenAddress(), new Exposition(options.mostSeries()), pages());
    } catch (IOException refused) {
      String address = options.listenAddress().toString().replaceFirst("^.*/", "");
      throw new IOException("cannot listen on " + address + ": " + refused.getMessage(), refused);
    }
  }

  /// Begins to read and to answer.
  public void start() {
    loop.start();
    server.start();
  }

  /// Where metrics are really served; the port is known even when 0 was asked for.
  public InetSocketAddress address() {
    return server.address();
  }

  private List<MetricsPath> pages() {
    return List.of(
        new MetricsPath("/metrics", "this node and its pods", this::writeMetrics),
        new MetricsPath(
            "/metrics/process",
            "processes by name, as process-exporter shows them",
            sink -> NamedProcessMetrics.write(groups.groups(), sink)));
  }

  private void writeMetrics(Sink sink) {
    loop.snapshot()
        .map(snapshot -> new PodView(snapshot, pods))
        .ifPresent(view -> write(view, sink));
    ProcessMetrics.write(groups.groups(), sink);
  }

  private static void write(PodView view, Sink sink) {
    NodeMetrics.write(view.node(), sink);
    FilesystemMetrics.write(view.node(), sink);
  }

  @Override
  public void close() {
    server.close();
    loop.close();
  }
}
