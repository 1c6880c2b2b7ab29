package dev.plimsoll.agent.reading;

import java.time.Duration;

/// How long from the start of one pass to the start of the next.
public record Intervals(Duration fast, Duration counters, Duration process, Duration slow) {

  public Duration of(Pace pace) {
    return switch (pace) {
      case FAST -> fast;
      case COUNTERS -> counters;
      case PROCESS -> process;
      case SLOW -> slow;
    };
  }
}
