package dev.plimsoll.agent.pod.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after a failure: twice as long each time up to a bound, and a random part of
/// that, so that thousands of agents do not come back at once.
public final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration most;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration first, Duration most, RandomGenerator random) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  /// The next wait: at least half of the bound that holds now.
  public Duration next() {
    long bound = first.toNanos() << Math.min(failures, MOST_DOUBLINGS);
    if (bound <= 0 || bound > most.toNanos()) bound = most.toNanos();
    failures++;
    return Duration.ofNanos(bound / 2 + random.nextLong(bound / 2 + 1));
  }

  public void succeeded() {
    failures = 0;
  }
}
