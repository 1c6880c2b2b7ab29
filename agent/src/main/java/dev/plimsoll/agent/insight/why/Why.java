package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.Insights;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.recent.ContainerMinute;
import dev.plimsoll.agent.recent.MinuteKeeper;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks of every pod of the node what is wrong with it.
public final class Why {
  private final PodView view;
  private final Insights insights;
  private final MinuteKeeper minutes;
  private final ProbeResults probes;
  private final Instant now;
  private final Map<String, List<Cgroup<CgroupOwner.Container>>> groups = new LinkedHashMap<>();

  /// @param minutes the last minute of every container
  /// @param now when it is asked
  public Why(
      PodView view, Insights insights, MinuteKeeper minutes, ProbeResults probes, Instant now) {
    this.view = view;
    this.insights = insights;
    this.minutes = minutes;
    this.probes = probes;
    this.now = now;
    Optional<CgroupTree> tree = view.node().fast().cgroups().section().present();
    if (tree.isEmpty()) return;
    for (Cgroup<CgroupOwner.Container> group : tree.get().containers()) {
      groups.computeIfAbsent(group.owner().podUid(), _ -> new ArrayList<>(2)).add(group);
    }
  }

  /// Every pod, the worst first.
  public List<Diagnosis> all() {
    List<Diagnosis> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Pod pod : view.table().pods()) told.add(pod.groupUid());
    for (Pod pod : view.table().current()) all.add(Diagnosis.of(facts(pod)));
    groups.forEach(
        (uid, containers) -> {
          if (!told.contains(uid)) all.add(Diagnosis.of(facts(containers)));
        });
    all.sort(Diagnosis.WORST_FIRST);
    return all;
  }

  private PodFacts facts(Pod pod) {
    List<ContainerFacts> containers = new ArrayList<>();
    for (PodContainer container : pod.containers()) containers.add(facts(pod, container));
    return new PodFacts(pod.namespace(), pod.name(), Optional.of(pod), containers, insights, now);
  }

  private ContainerFacts facts(Pod pod, PodContainer container) {
    String id = container.status().map(ContainerStatus::id).orElse("");
    Optional<Cgroup<CgroupOwner.Container>> group =
        groups.getOrDefault(pod.groupUid(), List.of()).stream()
            .filter(each -> each.owner().id().equals(id))
            .findFirst();
    ContainerName name =
        new ContainerName(
            pod.namespace(),
            pod.name(),
            container.name(),
            pod.workload().name(),
            pod.workload().kind());
    return facts(name, Optional.of(container), group, results(pod, container));
  }

  private Map<Probe.Type, ProbeResults.History> results(Pod pod, PodContainer container) {
    Map<Probe.Type, ProbeResults.History> results = new EnumMap<>(Probe.Type.class);
    for (Probe probe : container.probes()) {
      ProbeResults.History history =
          probes.probes().get(new ProbeResults.Key(pod.groupUid(), container.name(), probe.type()));
      if (history != null) results.put(probe.type(), history);
    }
    return results;
  }

  /// A pod of which at most its name is known.
  private PodFacts facts(List<Cgroup<CgroupOwner.Container>> known) {
    List<ContainerFacts> containers = new ArrayList<>();
    for (Cgroup<CgroupOwner.Container> group : known) {
      ContainerName name = view.pods().name(group.owner());
      if (name.container().equals(ContainerName.SANDBOX)) continue;
      containers.add(facts(name, Optional.empty(), Optional.of(group), Map.of()));
    }
    ContainerName pod = view.pods().name(known.getFirst().owner());
    return new PodFacts(pod.namespace(), pod.pod(), Optional.empty(), containers, insights, now);
  }

  private ContainerFacts facts(
      ContainerName name,
      Optional<PodContainer> spec,
      Optional<Cgroup<CgroupOwner.Container>> group,
      Map<Probe.Type, ProbeResults.History> results) {
    return new ContainerFacts(
        name.container(),
        spec,
        group,
        group.flatMap(found -> insights.of(found.owner())),
        group.flatMap(found -> minutes.of(found.owner())).map(ContainerMinute::peaks),
        insights.ooms(name),
        results);
  }
}
