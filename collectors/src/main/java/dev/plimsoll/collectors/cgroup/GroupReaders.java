package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The readers of all groups, as many as the last walk found. Belongs to one thread.
final class GroupReaders implements AutoCloseable {
  private static final int MOST_FAILURES = 100;

  /// Ended containers that are remembered, because news of their birth may come late.
  private static final int MOST_ENDED = 500;

  /// Groups of one kind, and when each was read.
  record Groups<O extends CgroupOwner>(List<Cgroup<O>> groups, ReadTimes times) {}

  /// What one pass read, groups that ended in it left out.
  record Pass(
      Groups<CgroupOwner.Container> containers,
      Groups<CgroupOwner.LoneContainer> loneContainers,
      List<PodCgroup> pods,
      List<Cgroup<CgroupOwner.Unit>> units,
      List<Cgroup<CgroupOwner.Other>> above,
      ContainerTurnover turnover,
      List<SourceFailure> failures) {}

  private final KernelReader reader;
  private final DescriptorBudget budget;
  private final DescriptorBudget stalls;
  private final CgroupPace pace;
  private final Map<CgroupWalk.Found, GroupReader<CgroupOwner.Container>> containers =
      new LinkedHashMap<>();
  private final Map<CgroupWalk.Found, GroupReader<CgroupOwner.LoneContainer>> lone =
      new LinkedHashMap<>();
  private final Map<CgroupWalk.Found, GroupReader<CgroupOwner.Pod>> pods = new LinkedHashMap<>();
  private final Map<CgroupWalk.Found, GroupReader<CgroupOwner.Unit>> units = new LinkedHashMap<>();
  private final Map<CgroupWalk.Found, GroupReader<CgroupOwner.Other>> others =
      new LinkedHashMap<>();
  private final SequencedSet<CgroupOwner> ended = new LinkedHashSet<>();
  private final PodTally tally = new PodTally();
  private ContainerTurnover turnover = ContainerTurnover.none();
  private boolean begun;
  private boolean someEnded;
  private boolean allUnified = true;

  /// @param budget of files that are read at every pass
  /// @param stalls of files that are read at every pass in which their group ran
  GroupReaders(
      KernelReader reader, DescriptorBudget budget, DescriptorBudget stalls, CgroupPace pace) {
    this.reader = reader;
    this.budget = budget;
    this.stalls = stalls;
    this.pace = pace;
  }

  /// Whether a group ended in the last pass, so that others may have taken its place.
  boolean someEnded() {
    return someEnded;
  }

  /// Whether every container is in the unified hierarchy, so that its counts speak for all.
  boolean allUnified() {
    return allUnified;
  }

  /// Brings the readers in line with what a walk found.
  ///
  /// @return whether there was a group that no reader was for
  boolean keep(
      Collection<CgroupWalk.Found> found, CgroupLayout layout, Function<String, Instant> since) {
    Set<CgroupWalk.Found> there = new HashSet<>(found);
    Set<CgroupWalk.Found> knownBefore = found(containers, lone).collect(Collectors.toSet());
    for (Map<CgroupWalk.Found, ? extends GroupReader<?>> known :
        List.of(containers, lone, pods, units, others)) {
      drop(known, there);
    }
    int before = size();
    for (CgroupWalk.Found group : found) add(group, layout, since);
    if (begun)
      turnover =
          turnover.withStarted(
              found(containers, lone).filter(group -> !knownBefore.contains(group)).count());
    begun = true;
    allUnified =
        Stream.of(containers, lone)
            .flatMap(known -> known.values().stream())
            .allMatch(group -> group.place().isUnified());
    List<String> uids = pods.values().stream().map(pod -> pod.owner().uid()).toList();
    tally.keep(layout, uids, owners());
    someEnded = false;
    return size() > before;
  }

  /// Takes note of containers that were made and that the walk did not find: those that are known,
  /// or were of late, it did find before.
  void unseen(Set<CgroupOwner> made) {
    Set<CgroupOwner> known = new HashSet<>(ended);
    found(containers, lone).forEach(group -> known.add(group.owner()));
    turnover = turnover.withUnseen(made.stream().filter(owner -> !known.contains(owner)).count());
  }

  private static Stream<CgroupWalk.Found> found(
      Map<CgroupWalk.Found, ?> one, Map<CgroupWalk.Found, ?> other) {
    return Stream.concat(one.keySet().stream(), other.keySet().stream());
  }

  private Set<CgroupOwner.Container> owners() {
    return containers.values().stream().map(GroupReader::owner).collect(Collectors.toSet());
  }

  private int size() {
    return containers.size() + lone.size() + pods.size() + units.size();
  }

  /// Closes readers of groups that are gone, and those to be made anew because their group is in
  /// another hierarchy as well by now.
  private void drop(
      Map<CgroupWalk.Found, ? extends GroupReader<?>> known, Set<CgroupWalk.Found> there) {
    known
        .entrySet()
        .removeIf(
            entry -> {
              boolean ended = !there.contains(entry.getKey());
              if (ended) end(entry.getValue());
              boolean gone = ended || entry.getValue().place().isOutdated();
              if (gone) entry.getValue().close();
              return gone;
            });
  }

  private void end(GroupReader<?> group) {
    switch (group.owner()) {
      case CgroupOwner.Container _, CgroupOwner.LoneContainer _ -> ended(group);
      case CgroupOwner.Monitor _, CgroupOwner.Pod _, CgroupOwner.Unit _, CgroupOwner.Other _ -> {}
    }
  }

  private void ended(GroupReader<?> group) {
    turnover = turnover.withEnded(group.wasRead());
    ended.add(group.owner());
    if (ended.size() > MOST_ENDED) ended.remove(ended.getFirst());
  }

  private void add(CgroupWalk.Found group, CgroupLayout layout, Function<String, Instant> since) {
    switch (group.owner()) {
      case CgroupOwner.Container owner ->
          containers.computeIfAbsent(group, _ -> container(group, owner, layout, since));
      case CgroupOwner.LoneContainer owner ->
          lone.computeIfAbsent(group, _ -> container(group, owner, layout, since));
      case CgroupOwner.Pod owner ->
          pods.computeIfAbsent(group, _ -> sparse(group, owner, layout, since, true));
      case CgroupOwner.Unit owner ->
          units.computeIfAbsent(group, _ -> sparse(group, owner, layout, since, false));
      case CgroupOwner.Other owner ->
          others.computeIfAbsent(group, _ -> sparse(group, owner, layout, since, true));
      case CgroupOwner.Monitor _ -> {}
    }
  }

  private <O extends CgroupOwner> GroupReader<O> container(
      CgroupWalk.Found group, O owner, CgroupLayout layout, Function<String, Instant> since) {
    GroupPlace place = new GroupPlace(reader, budget, stalls, layout, group.path());
    return new GroupReader<>(
        group.path(), owner, since.apply(group.path()), place, pace, true, true);
  }

  /// Of a pod and a unit nothing is read at every pass, and so nothing is kept open.
  private <O extends CgroupOwner> GroupReader<O> sparse(
      CgroupWalk.Found group,
      O owner,
      CgroupLayout layout,
      Function<String, Instant> since,
      boolean whole) {
    DescriptorBudget none = new DescriptorBudget(0);
    GroupPlace place = new GroupPlace(reader, none, none, layout, group.path());
    return new GroupReader<>(
        group.path(), owner, since.apply(group.path()), place, pace, false, whole);
  }

  Pass read(Instant now, AncestorLimits above) {
    Set<SourceFailure> failures = new LinkedHashSet<>();
    Groups<CgroupOwner.Container> running = readTimed(containers, now, above, failures);
    for (GroupReader<CgroupOwner.Container> container : containers.values()) {
      container.changed().ifPresent(tally::note);
    }
    List<PodCgroup> whole = readAll(pods, now, above, failures).stream().map(tally::tell).toList();
    return new Pass(
        running,
        readTimed(lone, now, above, failures),
        whole,
        readAll(units, now, above, failures),
        readAll(others, now, above, failures),
        turnover,
        List.copyOf(failures));
  }

  private <O extends CgroupOwner> Groups<O> readTimed(
      Map<CgroupWalk.Found, GroupReader<O>> readers,
      Instant now,
      AncestorLimits above,
      Set<SourceFailure> failures) {
    List<Cgroup<O>> groups = readAll(readers, now, above, failures);
    long[] times = readers.values().stream().mapToLong(GroupReader::readNanos).toArray();
    return new Groups<>(groups, new ReadTimes(times));
  }

  private <O extends CgroupOwner> List<Cgroup<O>> readAll(
      Map<CgroupWalk.Found, GroupReader<O>> readers,
      Instant now,
      AncestorLimits above,
      Set<SourceFailure> failures) {
    List<Cgroup<O>> groups = new ArrayList<>(readers.size());
    readers.values().removeIf(group -> !read(group, now, above, groups, failures));
    return groups;
  }

  private <O extends CgroupOwner> boolean read(
      GroupReader<O> group,
      Instant now,
      AncestorLimits above,
      List<Cgroup<O>> groups,
      Set<SourceFailure> failures) {
    try {
      groups.add(group.read(now, above));
      if (failures.size() < MOST_FAILURES) failures.addAll(group.failures());
      return true;
    } catch (CgroupEndedException _) {
      end(group);
      group.close();
      someEnded = true;
      return false;
    }
  }

  @Override
  public void close() {
    for (Map<CgroupWalk.Found, ? extends GroupReader<?>> known :
        List.of(containers, lone, pods, units, others)) {
      known.values().forEach(GroupReader::close);
      known.clear();
    }
  }
}
