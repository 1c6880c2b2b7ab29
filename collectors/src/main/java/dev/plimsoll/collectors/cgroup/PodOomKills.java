package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Adds up by pod what the OOM killer did to its containers, for cgroup v1, where a container's
/// count goes with the container. As many entries as there are pods and their containers.
final class PodOomKills {
  private final Map<String, Long> byPod = new HashMap<>();
  private final Map<CgroupOwner.Container, Long> byContainer = new HashMap<>();

  /// Takes note of what a container has counted by now.
  void note(Cgroup<CgroupOwner.Container> container) {
    if (!(container.memory().events() instanceof Section.Present<MemoryEvents> events)) return;
    long now = events.value().oomKills();
    if (now == 0) return;
    Long before = byContainer.put(container.owner(), now);
    long more = before == null ? now : Math.max(0, now - before);
    if (more > 0) byPod.merge(container.owner().podUid(), more, Long::sum);
  }

  long of(String podUid) {
    return byPod.getOrDefault(podUid, 0L);
  }

  /// Forgets pods that are gone, and their containers with them.
  void keep(Collection<String> podUids) {
    HashSet<String> there = new HashSet<>(podUids);
    byPod.keySet().retainAll(there);
    byContainer.keySet().removeIf(container -> !there.contains(container.podUid()));
  }
}
