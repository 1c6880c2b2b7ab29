package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Tells pods: their groups with what their containers counted. Belongs to one thread.
final class PodTally {

  /// A pod as it was last told, and how often its sums had changed by then.
  private record Told(PodCgroup pod, long changes) {}

  private final PodSums sums = new PodSums();
  private final Map<String, Told> last = new HashMap<>();

  /// Whether the memory controller is one of v1, which counts kills for each group alone.
  private boolean addsKills;

  /// Whether the controller of I/O is one of v1, which forgets groups that ended.
  private boolean addsIo;

  /// Forgets pods and containers that are gone.
  void keep(CgroupLayout layout, Collection<String> uids, Set<CgroupOwner.Container> containers) {
    addsKills = layout.v1().containsKey(CgroupLayout.Controller.MEMORY);
    addsIo = layout.v1().containsKey(CgroupLayout.Controller.BLKIO);
    sums.keep(uids, containers);
    last.keySet().retainAll(Set.copyOf(uids));
  }

  /// Takes note of what a container has counted by now.
  void note(Cgroup<CgroupOwner.Container> container) {
    sums.note(container);
  }

  /// The pod as it was told last while nothing about it changed.
  @SuppressWarnings("ReferenceEquality") // A group that did not change is told by the same object.
  PodCgroup tell(Cgroup<CgroupOwner.Pod> pod) {
    String uid = pod.owner().uid();
    PodSum sum = sums.of(uid);
    Told told = last.get(uid);
    if (told != null && told.pod().group() == pod && told.changes() == sum.changes()) {
      return told.pod();
    }
    PodCgroup now =
        new PodCgroup(
            pod,
            addsKills ? new Section.Present<>(sum.oomKills()) : killsOf(pod),
            sum.throttling(),
            addsIo ? sum.io() : pod.io());
    last.put(uid, new Told(now, sum.changes()));
    return now;
  }

  private static Section<Long> killsOf(Cgroup<CgroupOwner.Pod> pod) {
    return pod.memory().events().map(MemoryEvents::oomKills);
  }
}
