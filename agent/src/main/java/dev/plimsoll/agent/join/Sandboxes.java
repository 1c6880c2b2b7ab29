package dev.plimsoll.agent.join;

import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells sandboxes from containers. Neither a control group's path nor the cluster tells, but a
/// runtime makes a pod's sandbox before anything else in it, and the cluster never lists it.
final class Sandboxes {
  private Sandboxes() {}

  /// The ids of groups that are the oldest of their pod and no container that is listed. Only of
  /// pods that are known.
  static Set<String> find(List<Cgroup<CgroupOwner.Container>> groups, PodTable table) {
    Map<String, Cgroup<CgroupOwner.Container>> oldest = new HashMap<>();
    for (Cgroup<CgroupOwner.Container> group : groups) {
      oldest.merge(group.owner().podUid(), group, Sandboxes::older);
    }
    Set<String> sandboxes = new HashSet<>();
    oldest.forEach(
        (uid, group) -> {
          String id = group.owner().id();
          if (table.pod(uid).isPresent() && table.container(id).isEmpty()) sandboxes.add(id);
        });
    return sandboxes;
  }

  private static Cgroup<CgroupOwner.Container> older(
      Cgroup<CgroupOwner.Container> one, Cgroup<CgroupOwner.Container> other) {
    return other.since().isBefore(one.since()) ? other : one;
  }
}
