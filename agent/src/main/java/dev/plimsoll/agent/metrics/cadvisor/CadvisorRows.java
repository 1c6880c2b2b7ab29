package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorRow.Kind;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.MemoryEvents;
import dev.plimsoll.collectors.cgroup.PodCgroup;
import dev.plimsoll.collectors.kernel.Section;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rows that the kubelet's page has: the root, the groups that hold pods, the services that run
/// containers, pods, their sandboxes and containers.
///
/// Names come from the index of pods. Where that knows none, a pod is called by its uid and a
/// container by the first digits of its id, so that queries for `container!=""` find what they
/// mean; cAdvisor alone would leave both empty. A sandbox has no container's name, as newer
/// kubelets have it. The image is empty where nobody tells it, as nobody does of sandboxes.
final class CadvisorRows {
  /// The services of which the kubelet shows rows, whatever runs them.
  private static final Set<String> SERVICES =
      Set.of("kubelet.service", "containerd.service", "crio.service", "docker.service");

  private final PodView view;
  private final PauseGroups pauses;
  private final List<CadvisorRow> rows = new ArrayList<>();

  private CadvisorRows(PodView view) {
    this.view = view;
    this.pauses = PauseGroups.of(view.node());
  }

  static List<CadvisorRow> of(PodView view, CgroupTree tree) {
    CadvisorRows made = new CadvisorRows(view);
    made.addHost(tree);
    tree.pods().forEach(made::add);
    tree.containers().forEach(made::add);
    tree.loneContainers().forEach(made::addLone);
    return made.rows;
  }

  private void addHost(CgroupTree tree) {
    Set<String> abovePods = new HashSet<>();
    for (PodCgroup pod : tree.pods()) addAncestors(pod.group().path(), abovePods);
    for (Cgroup<CgroupOwner.Other> group : tree.above()) {
      boolean root = group.path().isEmpty();
      add(root ? Kind.ROOT : Kind.SLICE, group, kills(group), labels(group, NOBODY, "", ""));
    }
    for (Cgroup<CgroupOwner.Unit> unit : tree.units()) {
      if (!SERVICES.contains(unit.owner().name()) && !abovePods.contains(unit.path())) continue;
      add(Kind.SLICE, unit, kills(unit), labels(unit, NOBODY, "", ""));
    }
  }

  private static final ContainerName NOBODY = new ContainerName("", "", "", "", "");

  private static void addAncestors(String path, Set<String> ancestors) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      ancestors.add(path.substring(0, end));
    }
  }

  private void add(PodCgroup pod) {
    ContainerName name = view.pods().name(pod.group().owner());
    add(Kind.POD, pod.group(), pod.oomKills(), labels(pod.group(), name.podOnly(), "", ""));
  }

  private void add(Cgroup<CgroupOwner.Container> group) {
    ContainerName name = view.pods().name(group.owner());
    boolean sandbox = isSandbox(group, name);
    Labels labels =
        labels(group, sandbox ? name.podOnly() : name, image(group.owner()), group.owner().id());
    add(sandbox ? Kind.SANDBOX : Kind.CONTAINER, group, kills(group), labels);
  }

  private boolean isSandbox(Cgroup<CgroupOwner.Container> group, ContainerName name) {
    return name.container().equals(ContainerName.SANDBOX)
        || (view.table().container(group.owner().id()).isEmpty()
            && pauses.paths().contains(group.path()));
  }

  private String image(CgroupOwner.Container container) {
    return view.table()
        .container(container.id())
        .flatMap(place -> place.container().status())
        .map(ContainerStatus::image)
        .orElse("");
  }

  private void addLone(Cgroup<CgroupOwner.LoneContainer> group) {
    ContainerName name = ContainerName.alone(group.owner());
    add(Kind.CONTAINER, group, kills(group), labels(group, name, "", group.owner().id()));
  }

  private void add(Kind kind, Cgroup<?> group, Section<Long> oomKills, Labels labels) {
    rows.add(new CadvisorRow(kind, group, oomKills, labels));
  }

  private static Section<Long> kills(Cgroup<?> group) {
    return group.memory().events().map(MemoryEvents::oomKills);
  }

  private static Labels labels(Cgroup<?> group, ContainerName name, String image, String id) {
    return Labels.of(
        "container",
        name.container(),
        "id",
        group.path().isEmpty() ? "/" : group.path(),
        "image",
        image,
        "name",
        id,
        "namespace",
        name.namespace(),
        "pod",
        name.pod());
  }
}
