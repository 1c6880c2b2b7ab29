package dev.plimsoll.agent;

import dev.plimsoll.agent.reading.SnapshotLoop;
import dev.plimsoll.agent.web.Health;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// The agent works while its reader lives, and serves well while what was read last is fresh.
final class LoopHealth implements Health {
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_MISSED = 5;

  private final SnapshotLoop loop;
  private final Duration oldest;
  private final Clock clock;

  /// @param fast the interval of the fast pass
  LoopHealth(SnapshotLoop loop, Duration fast, Clock clock) {
    this.loop = loop;
    Duration missed = fast.multipliedBy(MOST_MISSED);
    this.oldest = missed.compareTo(LEAST_PATIENCE) > 0 ? missed : LEAST_PATIENCE;
    this.clock = clock;
  }

  @Override
  public Optional<String> broken() {
    return loop.isAlive() ? Optional.empty() : Optional.of("the reader has ended");
  }

  @Override
  public Optional<String> unready() {
    return loop.snapshot().map(this::stale).orElse(Optional.of("nothing has been read yet"));
  }

  private Optional<String> stale(NodeSnapshot snapshot) {
    Instant newest =
        snapshot.readings().stream().map(Reading::at).max(Comparator.naturalOrder()).orElseThrow();
    Duration age = Duration.between(newest, clock.instant());
    return age.compareTo(oldest) > 0
        ? Optional.of("nothing has been read for " + age.toSeconds() + " seconds")
        : Optional.empty();
  }
}
