package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.ClusterNode;
import dev.plimsoll.agent.pod.NodeFields;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// What the API server tells of this node, out of its cache. Needs `get` on `nodes`. Where it does
/// not tell, the last that was told stays.
public final class NodeSource implements AutoCloseable {
  /// How often it is asked.
  public static final Duration PERIOD = Duration.ofSeconds(60);

  private static final long MOST_BYTES = 4L << 20;

  private final Poll<ClusterNode> poll;
  private volatile Optional<ClusterNode> node = Optional.empty();

  /// @param server the API server; empty for none
  /// @param name the node's in the cluster
  public NodeSource(Optional<Server> server, String name, Duration period, Clock clock) {
    String path =
        "/api/v1/nodes/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "?resourceVersion=0";
    Poll.Question<ClusterNode> question =
        new Poll.Question<>("node", path, MOST_BYTES, NodeFields::read);
    poll = new Poll<>(server, question, period, clock, told -> node = Optional.of(told));
  }

  public void start() {
    poll.start();
  }

  /// Empty until it is told.
  public Optional<ClusterNode> node() {
    return node;
  }

  /// Empty where no API server is asked.
  public Optional<SourceReport> report() {
    return poll.report();
  }

  @Override
  public void close() {
    poll.close();
  }
}
