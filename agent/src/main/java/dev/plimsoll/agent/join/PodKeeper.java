package dev.plimsoll.agent.join;

import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ContainerTurnover;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Keeps the index of names in step with the node and with what is known of its pods, on the thread
/// that reads. Waits for nobody: it takes what is known, and says when that does not suffice.
public final class PodKeeper implements SnapshotListener {
  private final Supplier<PodTable> tables;
  private final Runnable unknown;
  private volatile KnownPods pods = new KnownPods(PodTable.empty(), Set.of());
  private Newcomers newcomers = Newcomers.none();
  private Optional<Population> last = Optional.empty();

  /// By what it is seen that there are other containers.
  ///
  /// @param turnover says so where one took another's place
  private record Population(int size, ContainerTurnover turnover) {
    static Population of(CgroupTree tree) {
      return new Population(tree.containers().size(), tree.turnover());
    }
  }

  /// @param tables what is known of pods; another object where another is known
  /// @param unknown told of a container that is not known; returns at once
  public PodKeeper(Supplier<PodTable> tables, Runnable unknown) {
    this.tables = tables;
    this.unknown = unknown;
  }

  /// The names as of the last snapshot. The same object until there are others. May be called by
  /// any thread.
  public PodIndex pods() {
    return pods;
  }

  /// What is known of pods, as the names are made of it.
  public PodTable table() {
    return pods.table();
  }

  /// The ids of the containers that are no more than their pod's sandbox.
  public Set<String> sandboxes() {
    return pods.sandboxes();
  }

  @Override
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    Reading<CgroupTree> cgroups = next.fast().cgroups();
    Optional<Population> now = cgroups.section().present().map(Population::of);
    PodTable table = tables.get();
    if (hasNews(table, now)) look(table, cgroups);
    last = now;
    if (newcomers.any()) unknown.run();
  }

  /// Most passes have none. While there are newcomers, they are growing older.
  @SuppressWarnings("ReferenceEquality") // There is another table where another is known of pods.
  private boolean hasNews(PodTable table, Optional<Population> now) {
    return now.isEmpty() || newcomers.any() || table != pods.table() || !now.equals(last);
  }

  @SuppressWarnings("ReferenceEquality") // There is another table where another is known of pods.
  private void look(PodTable table, Reading<CgroupTree> cgroups) {
    List<Cgroup<CgroupOwner.Container>> groups =
        cgroups.section().present().map(CgroupTree::containers).orElse(List.of());
    Set<String> sandboxes = Sandboxes.find(groups, table);
    if (table != pods.table() || !sandboxes.equals(pods.sandboxes())) {
      pods = new KnownPods(table, sandboxes);
    }
    newcomers = newcomers.seen(groups, pods, cgroups.at());
  }
}
