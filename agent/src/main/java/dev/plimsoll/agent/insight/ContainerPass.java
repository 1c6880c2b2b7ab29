package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.group.KernelUnits;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Draws the conclusions from one table of processes after the other. Belongs to the thread that
/// reads; all that it remembers is in the four that it is made of.
final class ContainerPass {
  private final ContainerPaths paths = new ContainerPaths();
  private final ExecHistory history = new ExecHistory();
  private final ZombieFinder zombies = new ZombieFinder();
  private final LimitFinder limits = new LimitFinder();

  Insights next(
      Reading<ProcessTable> reading,
      ProcessTable table,
      PodView view,
      Optional<KernelUnits> units) {
    ContainerTable containers = new ContainerTable(table, paths);
    Map<CgroupOwner, Cgroup<?>> groups = groups(view);
    history.begin();
    zombies.begin();
    Map<CgroupOwner, ContainerInsight> insights =
        HashMap.newHashMap(containers.containers().size());
    for (ContainerProcesses container : containers.containers()) {
      insights.put(
          container.owner,
          insight(
              containers,
              container,
              view,
              groups.get(container.owner),
              new Age(units, reading.at())));
    }
    return new Insights(insights, Map.of(), units, reading.at());
  }

  private static Map<CgroupOwner, Cgroup<?>> groups(PodView view) {
    Map<CgroupOwner, Cgroup<?>> groups = new HashMap<>();
    Optional<CgroupTree> tree = view.node().fast().cgroups().section().present();
    if (tree.isEmpty()) return groups;
    tree.get().containers().forEach(group -> groups.put(group.owner(), group));
    tree.get().loneContainers().forEach(group -> groups.put(group.owner(), group));
    return groups;
  }

  private ContainerInsight insight(
      ContainerTable table,
      ContainerProcesses container,
      PodView view,
      @Nullable Cgroup<?> group,
      Age age) {
    Optional<PodContainer> spec = spec(container.owner, view);
    ProcessEntry first = container.first();
    return new ContainerInsight(
        container.owner,
        first.id(),
        first.stat().comm(),
        container.members.size(),
        stuck(container),
        StopSignalAudit.of(first, stopSignal(spec))
            .filter(audit -> audit.isHandled() || age.isSettled(first)),
        new SessionFinder(table, container, ExecCommands.of(spec), history).find(),
        zombies.find(table, container),
        limits.find(container, group));
  }

  /// How old processes were when they were read.
  private record Age(Optional<KernelUnits> units, Instant at) {
    /// In which a program has said which signals it handles.
    private static final Duration START = Duration.ofSeconds(5);

    /// After which `status` was read again of a process that runs.
    private static final Duration SEVERAL_PASSES = Duration.ofMinutes(2);

    /// Whether a handler that was not there would be there by now. Who was asked right after its
    /// start has perhaps not got so far.
    boolean isSettled(ProcessEntry process) {
      if (units.isEmpty()) return true;
      Instant start = units.get().start(process.id());
      return process.seldom().at().isAfter(start.plus(START))
          || at.isAfter(start.plus(SEVERAL_PASSES));
    }
  }

  private static Optional<PodContainer> spec(CgroupOwner owner, PodView view) {
    return owner instanceof CgroupOwner.Container container
        ? view.table().container(container.id()).map(PodTable.Place::container)
        : Optional.empty();
  }

  private static StopSignal stopSignal(Optional<PodContainer> spec) {
    return spec.map(PodContainer::stopSignal).flatMap(StopSignal::of).orElse(StopSignal.TERM);
  }

  private static int stuck(ContainerProcesses container) {
    int stuck = 0;
    for (ProcessEntry member : container.members) {
      if (member.stat().state() == TaskState.DISK_SLEEP) stuck++;
    }
    return stuck;
  }
}
