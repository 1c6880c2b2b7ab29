package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.group.KernelUnits;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Draws conclusions from each new table of processes, on the thread that reads, and keeps them for
/// those that show them. Reads nothing itself.
public final class InsightKeeper implements SnapshotListener {
  private final Function<NodeSnapshot, PodView> join;
  private final ContainerPass pass = new ContainerPass();
  private @Nullable Reading<ProcessTable> last;
  private volatile Insights insights = Insights.none();

  /// @param join a snapshot with what is known of pods
  public InsightKeeper(Function<NodeSnapshot, PodView> join) {
    this.join = join;
  }

  /// As of the last table. May be called by any thread.
  public Insights insights() {
    return insights;
  }

  /// A table that could not be read leaves the conclusions as they were.
  @Override
  @SuppressWarnings(
      "ReferenceEquality") // A snapshot holds the same reading until there is another.
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    Reading<ProcessTable> reading = next.processes();
    if (reading == last) return;
    last = reading;
    reading
        .section()
        .present()
        .ifPresent(
            table -> insights = pass.next(reading, table, join.apply(next), KernelUnits.of(next)));
  }
}
