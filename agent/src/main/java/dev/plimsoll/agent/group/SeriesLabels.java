package dev.plimsoll.agent.group;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/// The labels of a group, and of its series that carry one label more. Sorting them into place
/// costs more than writing the sample, so each is made once.
public final class SeriesLabels {
  private static final int SLOTS = 16;

  private final Labels base;

  // Written by any thread that shows metrics: all would write equal, immutable objects.
  private final @Nullable Labels[] made = new Labels[SLOTS];

  SeriesLabels(Labels base) {
    this.base = base;
  }

  public Labels base() {
    return base;
  }

  /// The labels with one more.
  ///
  /// @param slot below 16, and for one label value always the same
  public Labels with(int slot, String name, String value) {
    Labels labels = made[slot];
    if (labels != null) return labels;
    labels = base.merge(Labels.of(name, value));
    made[slot] = labels;
    return labels;
  }
}
