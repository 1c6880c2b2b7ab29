package dev.plimsoll.agent.group;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where processes run, by its labels: a container (whichever of its restarts), a unit of the host,
/// or the host itself. Its groups have five seats; whoever has none counts as `other`.
///
/// What a member does is added, once, to the group where it has a seat in that pass, and else to
/// `other`. So no sum ever falls, whoever takes a seat or loses it, and the increases of all series
/// of the place together are what its processes did. A group that loses its seat keeps its sum and
/// goes on from there if it gets one again.
///
/// A seat that is free goes to the strongest group that stands: by its share of the place's recent
/// CPU time plus its share of the place's resident memory. Where none is free, at most one a pass
/// changes hands, and only to a group twice as strong and 0.02 more than the weakest that sits.
final class Place {
  static final String OTHER = "other";
  static final int SEATS = 5;

  private static final int MOST_NAMES = 256;
  private static final double CLEARLY = 2;
  private static final double AND_MORE = 0.02;

  final Labels labels;
  private final Map<String, PlaceGroup> groups = new LinkedHashMap<>();
  private final UnseenWork unseen = new UnseenWork();
  private @Nullable GroupSum other;
  private int seated;
  private long lastPass;
  private double ticks;
  private double pages;

  Place(Labels labels) {
    this.labels = labels;
  }

  void begin() {
    for (PlaceGroup group : groups.values()) group.begin();
  }

  /// The group of that name; null where its processes count as `other` whatever they do.
  @Nullable PlaceGroup group(String name) {
    PlaceGroup known = groups.get(name);
    if (known != null) return known;
    if (groups.size() >= MOST_NAMES || name.equals(OTHER)) return null;
    PlaceGroup group = new PlaceGroup(labels, name);
    groups.put(name, group);
    return group;
  }

  /// Gives the seats for this pass.
  void seat() {
    if (groups.size() == seated) return;
    weigh();
    while (seated < SEATS) {
      PlaceGroup strongest = strongestStanding();
      if (strongest == null) return;
      strongest.seated = true;
      seated++;
    }
    exchange();
  }

  private void weigh() {
    ticks = 0;
    pages = 0;
    for (PlaceGroup group : groups.values()) {
      ticks += group.recentTicks();
      pages += group.rssPages();
    }
  }

  private void exchange() {
    PlaceGroup strongest = strongestStanding();
    PlaceGroup weakest = weakestSeated();
    if (strongest == null || weakest == null) return;
    if (strength(strongest) <= CLEARLY * strength(weakest) + AND_MORE) return;
    weakest.seated = false;
    strongest.seated = true;
  }

  private @Nullable PlaceGroup strongestStanding() {
    PlaceGroup strongest = null;
    for (PlaceGroup group : groups.values()) {
      if (group.seated) continue;
      if (strongest == null || strength(group) > strength(strongest)) strongest = group;
    }
    return strongest;
  }

  private @Nullable PlaceGroup weakestSeated() {
    PlaceGroup weakest = null;
    for (PlaceGroup group : groups.values()) {
      if (!group.seated) continue;
      if (weakest == null || strength(group) < strength(weakest)) weakest = group;
    }
    return weakest;
  }

  private double strength(PlaceGroup group) {
    return (ticks > 0 ? group.recentTicks() / ticks : 0)
        + (pages > 0 ? group.rssPages() / pages : 0);
  }

  /// Where a member of the group counts in this pass.
  GroupSum sum(@Nullable PlaceGroup group, long pass) {
    lastPass = pass;
    return group != null && group.seated ? group.sum : other();
  }

  private GroupSum other() {
    GroupSum sum = other;
    if (sum == null) sum = new GroupSum(labels.merge(Labels.of("process", OTHER)));
    other = sum;
    return sum;
  }

  /// What the kernel counts here and no process shows.
  UnseenWork unseen() {
    return unseen;
  }

  /// Counts it as done by `other`.
  void tellUnseen(long ticksPerSecond) {
    Counts untold = unseen.tell(ticksPerSecond);
    if (untold != null) other().add(untold);
  }

  /// Ends a pass: hands out the samples and forgets groups that ended long ago.
  ///
  /// @param forgotten groups without a member since this pass
  void end(List<GroupSample> samples, long forgotten) {
    groups.values().removeIf(group -> group.lastPass() <= forgotten && leave(group));
    for (PlaceGroup group : groups.values()) {
      if (group.seated) samples.add(group.sum.end());
    }
    if (other != null) samples.add(other.end());
  }

  private boolean leave(PlaceGroup group) {
    if (group.seated) seated--;
    return true;
  }

  /// Whether there has been no process since a pass.
  boolean isEmptySince(long forgotten) {
    return lastPass <= forgotten && groups.isEmpty();
  }
}
