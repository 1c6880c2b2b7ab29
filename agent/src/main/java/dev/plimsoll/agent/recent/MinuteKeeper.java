package dev.plimsoll.agent.recent;

import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ReadTimes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps the last minute of every container, on the thread that reads. A container is forgotten
/// with its control group.
public final class MinuteKeeper implements SnapshotListener {
  private final Map<CgroupOwner, ContainerMinute> minutes = new ConcurrentHashMap<>();
  private @Nullable Reading<CgroupTree> last;

  /// The last minute of a container; empty where it was not seen yet. May be called by any thread.
  public Optional<ContainerMinute> of(CgroupOwner container) {
    return Optional.ofNullable(minutes.get(container));
  }

  /// A pass in which control groups could not be read is as if it had not been.
  @Override
  @SuppressWarnings(
      "ReferenceEquality") // A snapshot holds the same reading until there is another.
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    Reading<CgroupTree> reading = next.fast().cgroups();
    if (reading == last) return;
    last = reading;
    reading.section().present().ifPresent(this::add);
  }

  private void add(CgroupTree tree) {
    add(tree.containers(), tree.containersRead());
    add(tree.loneContainers(), tree.loneRead());
    if (minutes.size() > tree.containers().size() + tree.loneContainers().size()) forget(tree);
  }

  private <O extends CgroupOwner> void add(List<Cgroup<O>> groups, ReadTimes times) {
    for (int index = 0; index < groups.size(); index++) {
      Cgroup<O> group = groups.get(index);
      long nanos = times.nanos(index);
      ContainerMinute known = minutes.get(group.owner());
      if (known == null) minutes.put(group.owner(), new ContainerMinute(group, nanos));
      else known.add(group, nanos);
    }
  }

  private void forget(CgroupTree tree) {
    Set<CgroupOwner> there = new HashSet<>();
    tree.containers().forEach(group -> there.add(group.owner()));
    tree.loneContainers().forEach(group -> there.add(group.owner()));
    minutes.keySet().retainAll(there);
  }
}
