package dev.plimsoll.collectors.cgroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Time for pacing: the clock's, except that it does not go back when the clock is set back.
final class SteadyTime {
  private final Clock clock;
  private Instant last = Instant.MIN;
  private Duration behind = Duration.ZERO;

  SteadyTime(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    Instant now = clock.instant().plus(behind);
    if (now.isBefore(last)) {
      behind = behind.plus(Duration.between(now, last));
      now = last;
    }
    last = now;
    return now;
  }
}
