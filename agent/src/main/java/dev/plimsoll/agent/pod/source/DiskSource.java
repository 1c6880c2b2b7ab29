package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.PodDisks;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// `/stats/summary` of the node's kubelet: what volumes, layers and logs take. Needs `get` on
/// `nodes/stats`. Where it does not tell, the last that was told stays.
public final class DiskSource implements AutoCloseable {
  /// How often it is asked: each time, the kubelet asks its runtime and reads all control groups.
  public static final Duration PERIOD = Duration.ofSeconds(60);

  /// Room for a thousand pods.
  private static final long MOST_BYTES = 32L << 20;

  private final Poll<PodDisks> poll;
  private volatile PodDisks disks = PodDisks.none();

  /// @param server the kubelet; empty for none
  public DiskSource(Optional<Server> server, Duration period, Clock clock) {
    Poll.Question<PodDisks> question =
        new Poll.Question<>("stats", "/stats/summary", MOST_BYTES, PodDisks::read);
    poll = new Poll<>(server, question, period, clock, told -> disks = told);
  }

  public void start() {
    poll.start();
  }

  public PodDisks disks() {
    return disks;
  }

  /// Empty where no kubelet is asked.
  public Optional<SourceReport> report() {
    return poll.report();
  }

  @Override
  public void close() {
    poll.close();
  }
}
