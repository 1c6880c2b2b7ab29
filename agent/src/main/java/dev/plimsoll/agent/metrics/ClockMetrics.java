package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.kernel.ClockState;
import java.util.List;

/// Whether the node's clock can be trusted.
final class ClockMetrics {
  private static final Family SYNCHRONIZED =
      Family.gauge(
          "plimsoll_node_clock_synchronized",
          "1 where the clock follows a reliable one, else 0 (adjtimex).");
  private static final Family OFFSET =
      Family.gauge(
          "plimsoll_node_clock_offset_seconds",
          "How far the clock is off by what the kernel was last told, in seconds (adjtimex).");
  private static final Family MAX_ERROR =
      Family.gauge(
          "plimsoll_node_clock_max_error_seconds",
          "How far the clock can be off at most, in seconds; it grows while nobody sets the clock"
              + " (adjtimex).");

  static final List<Family> FAMILIES = List.of(SYNCHRONIZED, OFFSET, MAX_ERROR);

  private ClockMetrics() {}

  static void write(ClockState clock, Sink sink) {
    sink.sample(SYNCHRONIZED, clock.synchronised() ? 1 : 0);
    sink.sample(OFFSET, clock.offset() / (clock.nanoseconds() ? 1e9 : 1e6));
    sink.sample(MAX_ERROR, clock.maxError() / 1e6);
  }
}
