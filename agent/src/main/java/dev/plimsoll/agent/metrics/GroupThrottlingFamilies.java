package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.Throttling;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What CPU quotas did to a container; of a pod, to all its containers, those that have ended
/// included.
final class GroupThrottlingFamilies {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Family periods;
  private final Family throttled;
  private final Family throttledSeconds;
  private final Family bursts;
  private final Family burstSeconds;

  /// @param prefix of all names, `plimsoll_pod_`
  /// @param of whom it is told, for a reader: `container`
  /// @param labels that every series carries
  GroupThrottlingFamilies(String prefix, String of, String... labels) {
    periods =
        Family.counter(
            prefix + "cpu_periods_total",
            "Periods of a CPU quota in which the " + of + " wanted to run (cpu.stat).",
            labels);
    throttled =
        Family.counter(
            prefix + "cpu_throttled_periods_total",
            "Periods in which the " + of + " used up a CPU quota (cpu.stat).",
            labels);
    throttledSeconds =
        Family.counter(
            prefix + "cpu_throttled_seconds_total",
            "Seconds that the " + of + " stood still for a CPU quota, summed over CPUs (cpu.stat).",
            labels);
    bursts =
        Family.counter(
            prefix + "cpu_bursts_total",
            "Periods in which the " + of + " ran on quota that it had saved (cpu.stat).",
            labels);
    burstSeconds =
        Family.counter(
            prefix + "cpu_burst_seconds_total",
            "Seconds that the " + of + " ran on quota that it had saved (cpu.stat).",
            labels);
  }

  List<Family> all() {
    return List.of(periods, throttled, throttledSeconds, bursts, burstSeconds);
  }

  /// @param quota whether there is one now; without there is nothing to tell before there was one
  void write(Throttling throttling, boolean quota, Labels labels, Sink sink) {
    if (!quota && throttling.periods() == 0) return;
    sink.sample(periods, labels, throttling.periods());
    sink.sample(throttled, labels, throttling.throttledPeriods());
    sink.sample(throttledSeconds, labels, throttling.throttledNanos() / NANOS_PER_SECOND);
    throttling.bursts().ifPresent(count -> sink.sample(bursts, labels, count));
    throttling
        .burstNanos()
        .ifPresent(nanos -> sink.sample(burstSeconds, labels, nanos / NANOS_PER_SECOND));
  }
}
