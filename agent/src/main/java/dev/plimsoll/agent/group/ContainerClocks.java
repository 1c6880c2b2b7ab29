package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.kernel.Section;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What CPU time the kernel counts for containers, whoever used it, from pass to pass.
final class ContainerClocks {
  private static final int MOST = 16_384;

  /// @param time of a container that is new: nothing, if it was made since the last pass
  private record Clock(@Nullable CpuTime time) {}

  private static final CpuTime NOTHING = new CpuTime(0, 0, 0);

  private Map<String, Clock> clocks = new HashMap<>();
  private boolean looked;

  /// Tells places how much the kernel counted since the last look. The tree is from a moment before
  /// the table of processes, so that no process' time seems to be missing because it came later.
  void measure(CgroupTree tree, Places places, PodIndex pods) {
    Map<String, Clock> now = new HashMap<>();
    for (Cgroup<CgroupOwner.Container> container : tree.containers()) {
      measure(container, container.owner().id(), places, pods, now);
    }
    for (Cgroup<CgroupOwner.LoneContainer> container : tree.loneContainers()) {
      measure(container, container.path(), places, pods, now);
    }
    clocks = now;
    looked = true;
  }

  private void measure(
      Cgroup<? extends CgroupOwner> group,
      String id,
      Places places,
      PodIndex pods,
      Map<String, Clock> now) {
    if (now.size() >= MOST) return;
    CpuTime time =
        group.cpu().time() instanceof Section.Present<CpuTime> read ? read.value() : null;
    now.put(id, new Clock(time));
    CpuTime before = before(id);
    if (time == null || before == null) return;
    places.known(group.owner(), pods).ifPresent(place -> place.unseen().used(before, time));
  }

  private @Nullable CpuTime before(String id) {
    Clock known = clocks.get(id);
    if (known != null) return known.time;
    return looked ? NOTHING : null;
  }
}
