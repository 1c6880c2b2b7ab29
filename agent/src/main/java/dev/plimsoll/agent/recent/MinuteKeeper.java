package dev.plimsoll.agent.recent;

import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ReadTimes;
import java.util.ArrayList;
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
  private final List<Known> containers = new ArrayList<>();
  private final List<Known> loneContainers = new ArrayList<>();
  private @Nullable Reading<CgroupTree> last;

  /// Who was at a place of the last list, which mostly is who is there in the next: asking for him
  /// in the map costs more than all the rest for a container that sleeps.
  private record Known(CgroupOwner owner, ContainerMinute minute) {}

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
    add(tree.containers(), tree.containersRead(), containers);
    add(tree.loneContainers(), tree.loneRead(), loneContainers);
    if (minutes.size() > tree.containers().size() + tree.loneContainers().size()) forget(tree);
  }

  private <O extends CgroupOwner> void add(
      List<Cgroup<O>> groups, ReadTimes times, List<Known> places) {
    for (int index = 0; index < groups.size(); index++) {
      if (index == places.size()) places.add(known(groups.get(index), times.nanos(index)));
      else if (!isAt(places.get(index), groups.get(index))) {
        places.set(index, known(groups.get(index), times.nanos(index)));
      }
      places.get(index).minute().add(groups.get(index), times.nanos(index));
    }
    places.subList(groups.size(), places.size()).clear();
  }

  @SuppressWarnings("ReferenceEquality") // A group that goes on has the very same owner.
  private static boolean isAt(Known place, Cgroup<?> group) {
    return place.owner() == group.owner();
  }

  /// At its first reading that of now, which then adds nothing.
  private Known known(Cgroup<?> group, long nanos) {
    CgroupOwner owner = group.owner();
    return new Known(owner, minutes.computeIfAbsent(owner, _ -> new ContainerMinute(group, nanos)));
  }

  private void forget(CgroupTree tree) {
    Set<CgroupOwner> there = new HashSet<>();
    tree.containers().forEach(group -> there.add(group.owner()));
    tree.loneContainers().forEach(group -> there.add(group.owner()));
    minutes.keySet().retainAll(there);
  }
}
