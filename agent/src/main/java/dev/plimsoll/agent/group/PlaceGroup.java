package dev.plimsoll.agent.group;

import io.prometheus.metrics.model.snapshots.Labels;

/// The processes of one name in one place.
final class PlaceGroup {
  /// What counts of CPU time a pass later: half after 23 passes.
  private static final double DECAY = 0.97;

  final GroupSum sum;

  /// Whether it has series of its own.
  boolean seated;

  private double recentTicks;
  private long rssPages;
  private long lastPass;

  PlaceGroup(Labels place, String name) {
    sum = new GroupSum(place.merge(Labels.of("process", name)));
  }

  void begin() {
    recentTicks *= DECAY;
    rssPages = 0;
  }

  /// A member, for the ranking.
  void rank(Member member, Counts growth, long pass) {
    lastPass = pass;
    recentTicks += growth.get(Count.USER_TICKS) + growth.get(Count.SYSTEM_TICKS);
    rssPages += Math.max(0, member.entry.stat().rssPages());
  }

  double recentTicks() {
    return recentTicks;
  }

  long rssPages() {
    return rssPages;
  }

  /// The last pass that found a member.
  long lastPass() {
    return lastPass;
  }
}
