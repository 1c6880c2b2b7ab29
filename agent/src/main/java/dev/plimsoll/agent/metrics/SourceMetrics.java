package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.reading.SourceHealth.FailureClass;
import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.reading.SourceState.Condition;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `plimsoll_agent_source_*`: how reading goes, source by source.
final class SourceMetrics {
  private static final Family AGE =
      Family.gauge(
          "plimsoll_agent_source_age_seconds",
          "Seconds since the source was last read (own clock).",
          "source");
  private static final Family DURATION =
      Family.gauge(
          "plimsoll_agent_source_duration_seconds",
          "Seconds that reading the source took the last time (own clock).",
          "source");
  private static final Family SUCCESS =
      Family.gauge(
          "plimsoll_agent_source_success",
          "1 where the source was read without any failure or is not offered here, else 0 (own"
              + " count).",
          "source");
  private static final Family ABSENT =
      Family.info(
          "plimsoll_agent_source_absent_info",
          "Sources that are not offered here or switched off, and why (the kernel's answer).",
          "source",
          "reason");
  private static final Family FAILURES =
      Family.counter(
          "plimsoll_agent_source_failures_total",
          "Failures in reading the source, lines left out included (own count).",
          "source",
          "kind");

  static final List<Family> FAMILIES = List.of(AGE, DURATION, SUCCESS, ABSENT, FAILURES);

  private SourceMetrics() {}

  static void write(NodeSnapshot node, Map<FailureClass, Long> failures, Instant now, Sink sink) {
    for (Reading<?> reading : node.readings()) {
      Labels labels = Labels.of("source", reading.source().label());
      sink.sample(AGE, labels, Math.max(0, seconds(Duration.between(reading.at(), now))));
      sink.sample(DURATION, labels, seconds(reading.took()));
    }
    for (SourceState state : SourceState.of(node)) {
      write(state, sink);
      writeFailures(state, failures, sink);
    }
  }

  /// A counter that begins with its first failure would hide that one from `increase()`; so those
  /// of sources that are offered here begin with 0.
  private static void writeFailures(
      SourceState state, Map<FailureClass, Long> failures, Sink sink) {
    Labels labels = Labels.of("source", state.source().label());
    for (Kind kind : Kind.values()) {
      long count = failures.getOrDefault(new FailureClass(state.source(), kind), 0L);
      if (count == 0 && state.condition() == Condition.ABSENT) continue;
      sink.sample(FAILURES, labels.add("kind", kind.label()), count);
    }
  }

  private static void write(SourceState state, Sink sink) {
    Labels labels = Labels.of("source", state.source().label());
    switch (state.condition()) {
      case READ, LATER -> sink.sample(SUCCESS, labels, 1);
      case PARTLY, FAILED -> sink.sample(SUCCESS, labels, 0);
      case ABSENT -> {
        sink.sample(SUCCESS, labels, 1);
        sink.sample(ABSENT, labels.add("reason", state.reason()), 1);
      }
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
