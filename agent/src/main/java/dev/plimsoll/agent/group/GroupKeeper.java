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
    KernelUnits known = units(next).orElse(units);
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

  /// Empty where the kernel did not say now how long a tick is: without that, nothing could be told
  /// in seconds.
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
