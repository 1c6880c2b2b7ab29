package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Feeds the tracker with each new table, on the thread that reads, and keeps its last word for
/// those that show it.
public final class GroupKeeper implements SnapshotListener {
  private final GroupTracker tracker;
  private final Supplier<PodIndex> pods;
  private @Nullable Reading<ProcessTable> last;
  private volatile ProcessGroups groups = ProcessGroups.none();

  public GroupKeeper(GroupTracker tracker, Supplier<PodIndex> pods) {
    this.tracker = tracker;
    this.pods = pods;
  }

  /// The groups as of the last table. May be called by any thread.
  public ProcessGroups groups() {
    return groups;
  }

  @Override
  @SuppressWarnings(
      "ReferenceEquality") // A snapshot holds the same reading until there is another.
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    Reading<ProcessTable> reading = next.processes();
    if (reading == last) return;
    last = reading;
    Optional<KernelUnits> units = units(next);
    if (units.isEmpty()) return;
    groups = tracker.update(reading.section(), pods.get(), units.get());
  }

  /// Empty where the kernel did not say how long a tick is: nothing could be told in seconds.
  private static Optional<KernelUnits> units(NodeSnapshot node) {
    Optional<AuxiliaryVector> units = node.slow().auxiliaryVector().section().present();
    Optional<KernelStat> stat = node.fast().stat().section().present();
    if (units.isEmpty() || stat.isEmpty() || stat.get().bootTime().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KernelUnits(
            units.get().ticksPerSecond(),
            units.get().pageSize(),
            stat.get().bootTime().getAsLong()));
  }
}
