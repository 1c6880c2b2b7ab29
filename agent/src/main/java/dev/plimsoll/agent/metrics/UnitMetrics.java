package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.MemoryEvents;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `plimsoll_unit_*`: the host's own services, by systemd unit. A slice has a series too, which
/// includes all in it.
public final class UnitMetrics {
  private static final String PREFIX = "plimsoll_unit_";
  private static final GroupUsageFamilies USAGE =
      new GroupUsageFamilies(PREFIX, "systemd unit", "unit");
  private static final Family OOM_KILLS =
      Family.counter(
          PREFIX + "oom_kills_total",
          "Processes of the systemd unit that the OOM killer ended (memory.events,"
              + " memory.oom_control).",
          "unit");

  private static final Family UNRESOLVED =
      Family.gauge(
          "plimsoll_node_unresolved_cgroups",
          "Control groups that belong to no container, pod or systemd unit we know; of nested ones"
              + " the highest (/sys/fs/cgroup).");

  static final List<Family> FAMILIES =
      Stream.concat(USAGE.all().stream(), Stream.of(OOM_KILLS, UNRESOLVED)).toList();

  private UnitMetrics() {}

  public static void write(NodeSnapshot node, Sink sink) {
    node.fast().cgroups().section().present().ifPresent(tree -> write(tree, sink));
  }

  private static void write(CgroupTree tree, Sink sink) {
    for (Cgroup<CgroupOwner.Unit> unit : tree.units()) {
      Labels labels = Labels.of("unit", unit.owner().name());
      USAGE.write(unit, labels, sink);
      unit.memory()
          .events()
          .present()
          .map(MemoryEvents::oomKills)
          .ifPresent(kills -> sink.sample(OOM_KILLS, labels, kills));
    }
    sink.sample(UNRESOLVED, tree.unresolvedCount());
  }
}
