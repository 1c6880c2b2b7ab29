package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.recent.Distribution;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.function.Supplier;

/// Takes samples, one series at a time. Within a family no two may have the same labels.
@FunctionalInterface
public interface Sink {
  void sample(Family family, Labels labels, double value);

  /// A histogram. Nobody sees it who does not want histograms, and then it is not made.
  default void histogram(Family family, Labels labels, Supplier<Distribution> values) {}

  /// A histogram in buckets that somebody else chose: a format that has no other shows it so.
  default void histogram(Family family, Labels labels, ClassicHistogram values) {}

  /// A whole number. Beyond 2^53 the last digits are lost: every metric is a double in the end.
  default void sample(Family family, Labels labels, long value) {
    sample(family, labels, (double) value);
  }

  default void sample(Family family, double value) {
    sample(family, Labels.EMPTY, value);
  }

  default void sample(Family family, long value) {
    sample(family, Labels.EMPTY, (double) value);
  }
}
