package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Feeds the tracker with each new table, on the thread that reads, and keeps its last word for
/// those that show it.
public final class GroupKeeper implements SnapshotListener {
  private final GroupTracker tracker;
  private final Supplier<PodIndex> pods;
  private @Nullable Reading<ProcessTable> last;
  private @Nullable KernelUnits units;
  private volatile ProcessGroups groups = ProcessGroups.none();

  public GroupKeeper(GroupTracker tracker, Supplier<PodIndex> pods) {
    this.tracker = tracker;
    this.pods = pods;
  }

  /// The groups as of the last table. May be called by any thread.
  public ProcessGroups groups() {
    return groups;
  }

  /// A table counts once, even where counting it broke off: half of it may have been added. One
  /// that comes before it is known how long a tick is waits for that.
  @Override
  @SuppressWarnings(
      "ReferenceEquality") // A snapshot holds the same reading until there is another.
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    Reading<ProcessTable> reading = next.processes();
    if (reading == last) return;
    KernelUnits known = KernelUnits.of(next).orElse(units);
    if (known == null) return;
    units = known;
    last = reading;
    try {
      groups =
          tracker.update(
              reading.section(), next.fast().cgroups().section().present(), pods.get(), known);
    } catch (RuntimeException fault) {
      groups = groups.withoutStates(groups.errors());
      throw fault;
    }
  }
}
