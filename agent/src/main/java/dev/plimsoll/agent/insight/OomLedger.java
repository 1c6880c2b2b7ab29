package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.MemoryEvents;
import dev.plimsoll.collectors.cgroup.PodCgroup;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds up by name what the OOM killer did to containers, so that it survives their restarts: a
/// control group's count ends with the control group. Forgets a container with its pod. Belongs to
/// the thread that reads.
final class OomLedger {
  private final Map<CgroupOwner, OomRun> runs = new HashMap<>();
  private final Map<ContainerName, OomSum> sums = new HashMap<>();
  private Map<ContainerName, OomCounts> counts = Map.of();
  private @Nullable PodTable table;
  private boolean hasNews;

  /// How often each container was hit. The same object until something changes.
  Map<ContainerName, OomCounts> counts() {
    return counts;
  }

  /// Takes what the control groups count and what the cluster tells.
  @SuppressWarnings("ReferenceEquality") // There is another table where another is known of pods.
  void read(CgroupTree tree, PodView view) {
    boolean isNewTable = view.table() != table;
    table = view.table();
    Set<CgroupOwner> there = new HashSet<>();
    read(tree.containers(), there, view, isNewTable);
    read(tree.loneContainers(), there, view, isNewTable);
    if (!there.containsAll(runs.keySet())) end(there, tree, view);
    if (isNewTable) tell(view);
    publish();
  }

  private <O extends CgroupOwner> void read(
      List<Cgroup<O>> groups, Set<CgroupOwner> there, PodView view, boolean isNewTable) {
    for (Cgroup<O> group : groups) {
      there.add(group.owner());
      if (!(group.memory().events() instanceof Section.Present<MemoryEvents> events)) continue;
      OomRun run = runs.get(group.owner());
      if (run == null || isNewTable) {
        ContainerName name = name(group.owner(), view);
        hasNews |= run == null || !run.name.equals(name);
        if (run == null) run = new OomRun(name);
        run.name = name;
        runs.put(group.owner(), run);
      }
      hasNews |= run.count(events.value().oomKills());
    }
  }

  private static ContainerName name(CgroupOwner owner, PodView view) {
    return view.pods().find(owner).orElseGet(() -> new ContainerName("", "", "", "", ""));
  }

  /// Takes who was there when the processes were read.
  void read(Insights insights) {
    for (Map.Entry<CgroupOwner, OomRun> run : runs.entrySet()) {
      Optional<ContainerInsight> insight = insights.of(run.getKey());
      if (insight.isPresent()) hasNews |= run.getValue().outlived(insight.get().first());
    }
    publish();
  }

  private void end(Set<CgroupOwner> there, CgroupTree tree, PodView view) {
    hasNews = true;
    runs.forEach(
        (owner, run) -> {
          boolean isOfPod = owner instanceof CgroupOwner.Container;
          if (isOfPod && !there.contains(owner)) sum(run.name).add(run);
        });
    runs.keySet().retainAll(there);
    Set<List<String>> pods = new HashSet<>();
    for (PodCgroup pod : tree.pods()) pods.add(pod(view.pods().name(pod.group().owner())));
    for (Pod pod : view.table().pods()) pods.add(pod(name(pod, "")));
    sums.keySet().removeIf(name -> !pods.contains(pod(name)));
  }

  private static List<String> pod(ContainerName name) {
    return List.of(name.namespace(), name.pod());
  }

  private OomSum sum(ContainerName name) {
    return sums.computeIfAbsent(name, _ -> new OomSum());
  }

  private static ContainerName name(Pod pod, String container) {
    return new ContainerName(
        pod.namespace(), pod.name(), container, pod.workload().name(), pod.workload().kind());
  }

  private void tell(PodView view) {
    for (Pod pod : view.table().current()) {
      for (PodContainer container : pod.containers()) {
        if (container.status().isEmpty()) continue;
        ContainerName name = name(pod, container.name());
        hasNews |= sum(name).tell(killed(container.status().get()), () -> open(name));
      }
    }
  }

  /// When the last run ended, where the OOM killer ended it. Runtimes say so of every run in which
  /// anything was killed; only the exit code tells that it was the first process.
  private static Optional<Instant> killed(ContainerStatus status) {
    Optional<Terminated> end =
        status.state() instanceof Terminated now ? Optional.of(now) : status.last();
    return end.filter(Terminated::isOomKill).flatMap(Terminated::finished);
  }

  /// Kills of the run that is there that its first process is not known to have outlived.
  private long open(ContainerName name) {
    return runs.values().stream()
        .filter(run -> run.name.equals(name))
        .mapToLong(run -> run.kills() - run.silent().orElse(0))
        .sum();
  }

  private void publish() {
    if (!hasNews) return;
    hasNews = false;
    Map<ContainerName, OomCounts> next = new HashMap<>();
    sums.forEach(
        (name, sum) -> {
          if (!sum.counts().equals(OomCounts.UNKNOWN)) next.put(name, sum.counts());
        });
    for (OomRun run : runs.values()) {
      next.merge(run.name, new OomCounts(run.kills(), run.silent()), OomCounts::plus);
    }
    counts = Map.copyOf(next);
  }
}
