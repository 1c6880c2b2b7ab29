package dev.plimsoll.collectors.mount;

import java.time.Duration;

/// How long mounts are waited for.
///
/// @param first in the first pass, for mounts that have not answered at all
/// @param later in every pass after it; a mount that is known to hang is never waited for
/// @param deadline the age of a call from which on the answer before it no longer stands
public record Patience(Duration first, Duration later, Duration deadline) {

  /// For someone at a terminal, who waits once and would rather know.
  public static Patience once() {
    Duration deadline = Duration.ofSeconds(5);
    return new Patience(deadline, deadline, deadline);
  }

  /// For the agent, whose first snapshot must not be late.
  public static Patience ofAgent() {
    return new Patience(Duration.ofMillis(250), Duration.ofMillis(100), Duration.ofSeconds(5));
  }
}
