package dev.plimsoll.collectors.cgroup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds up by pod what its containers counted, for what the kernel counts of a container alone, so
/// that it goes with the container: throttling, and in cgroup v1 OOM kills and I/O. A pod's sum
/// begins with what its containers had counted when they were first seen, and never falls.
///
/// As many entries as there are pods and containers, and some of containers that have ended: a walk
/// that could not look into a directory must not make them count anew.
final class PodSums {
  /// Ended containers that are remembered, beside as many as are there.
  private static final int ENDED = 64;

  private final Map<String, PodSum> byPod = new HashMap<>();
  private final Map<CgroupOwner.Container, Counted> byContainer = new LinkedHashMap<>(16, 1, true);

  /// What a container had counted when it was last looked at.
  record Counted(long oomKills, Optional<Throttling> throttling, Optional<IoStat> io) {
    static final Counted NOTHING = new Counted(0, Optional.empty(), Optional.empty());

    /// What could not be read now is as it was.
    static Counted of(Cgroup<?> group, Counted before) {
      return new Counted(
          group.memory().events().present().map(MemoryEvents::oomKills).orElse(before.oomKills()),
          group.cpu().throttling().present().or(before::throttling),
          group.io().present().or(before::io));
    }
  }

  /// Takes note of what a container has counted by now.
  void note(Cgroup<CgroupOwner.Container> container) {
    Counted before = byContainer.getOrDefault(container.owner(), Counted.NOTHING);
    Counted now = Counted.of(container, before);
    byContainer.put(container.owner(), now);
    byPod.computeIfAbsent(container.owner().podUid(), _ -> new PodSum()).add(before, now);
  }

  /// The sum of a pod; of one without containers there is nothing in it.
  PodSum of(String podUid) {
    return byPod.computeIfAbsent(podUid, _ -> new PodSum());
  }

  /// Forgets pods that are gone, and their containers with them; and of the containers that have
  /// ended those that were looked at the longest ago.
  void keep(Collection<String> podUids, Set<CgroupOwner.Container> containers) {
    Set<String> there = new HashSet<>(podUids);
    byPod.keySet().retainAll(there);
    byContainer.keySet().removeIf(container -> !there.contains(container.podUid()));
    int most = 2 * containers.size() + ENDED;
    Iterator<CgroupOwner.Container> eldest = byContainer.keySet().iterator();
    while (byContainer.size() > most && eldest.hasNext()) {
      if (!containers.contains(eldest.next())) eldest.remove();
    }
  }

  int size() {
    return byPod.size() + byContainer.size();
  }
}
