package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.group.KernelUnits;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Draws conclusions from each new table of processes, on the thread that reads, and keeps them for
/// those that show them. Reads nothing itself.
public final class InsightKeeper implements SnapshotListener {
  private final Function<NodeSnapshot, PodView> join;
  private final ContainerPass pass = new ContainerPass();
  private final OomLedger ooms = new OomLedger();
  private @Nullable Reading<CgroupTree> lastGroups;
  private @Nullable Reading<ProcessTable> lastProcesses;
  private volatile Insights insights = Insights.none();

  /// @param join a snapshot with what is known of pods
  public InsightKeeper(Function<NodeSnapshot, PodView> join) {
    this.join = join;
  }

  /// As of the last table. May be called by any thread.
  public Insights insights() {
    return insights;
  }

  /// What could not be read leaves the conclusions as they were.
  @Override
  @SuppressWarnings(
      "ReferenceEquality") // A snapshot holds the same reading until there is another.
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    PodView view = join.apply(next);
    Reading<CgroupTree> groups = next.fast().cgroups();
    if (groups != lastGroups) groups.section().present().ifPresent(tree -> ooms.read(tree, view));
    lastGroups = groups;
    Reading<ProcessTable> processes = next.processes();
    Insights now = insights;
    if (processes != lastProcesses) now = read(processes, view).orElse(now);
    lastProcesses = processes;
    if (now != insights || now.ooms() != ooms.counts()) insights = now.with(ooms.counts());
  }

  private Optional<Insights> read(Reading<ProcessTable> processes, PodView view) {
    Optional<Insights> read =
        processes
            .section()
            .present()
            .map(table -> pass.next(processes, table, view, KernelUnits.of(view.node())));
    read.ifPresent(ooms::read);
    return read;
  }
}
