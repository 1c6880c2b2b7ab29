package dev.plimsoll.agent.join;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Containers that nobody has told of yet, and since when they are seen. What stays unknown for
/// long, as a container of a pod that the cluster does not have, is no newcomer any more.
record Newcomers(Map<String, Instant> since, boolean any) {
  private static final Duration NEW = Duration.ofSeconds(20);

  static Newcomers none() {
    return new Newcomers(Map.of(), false);
  }

  /// @param groups the containers that there are at this time
  Newcomers seen(List<Cgroup<CgroupOwner.Container>> groups, KnownPods pods, Instant now) {
    Map<String, Instant> unknown = new HashMap<>();
    boolean isNew = false;
    for (Cgroup<CgroupOwner.Container> group : groups) {
      String id = group.owner().id();
      if (pods.knows(id)) continue;
      Instant first = since.getOrDefault(id, now);
      unknown.put(id, first);
      isNew |= now.isBefore(first.plus(NEW));
    }
    return new Newcomers(unknown, isNew);
  }
}
