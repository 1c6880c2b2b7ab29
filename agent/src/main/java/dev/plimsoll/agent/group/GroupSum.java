package dev.plimsoll.agent.group;

import io.prometheus.metrics.model.snapshots.Labels;

/// What adds up to a [GroupSample].
final class GroupSum {
  private final SeriesLabels labels;
  private final Counts counts = new Counts();
  private final GroupState.Sum state = new GroupState.Sum();
  private GroupSample last;

  GroupSum(Labels labels) {
    this.labels = new SeriesLabels(labels);
    this.last = new GroupSample(this.labels, new Counts(), GroupState.EMPTY);
  }

  void add(Counts growth) {
    counts.add(growth);
  }

  void add(Member member) {
    if (member.io != null) counts.know(Count.READ_BYTES, Count.WRITE_BYTES);
    if (member.status != null) counts.know(Count.VOLUNTARY_SWITCHES, Count.NONVOLUNTARY_SWITCHES);
    state.add(member);
  }

  /// The sample of the pass that ends here.
  GroupSample end() {
    GroupState now = state.state();
    state.reset();
    if (!last.state().equals(now) || !last.counts().sameAs(counts)) {
      last = new GroupSample(labels, new Counts(counts), now);
    }
    return last;
  }
}
