package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.PodCgroup;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `plimsoll_pod_*`: whole pods, their sandbox and what has ended in them included.
public final class PodMetrics {
  private static final String PREFIX = "plimsoll_pod_";
  private static final String[] LABELS = {"namespace", "pod", "workload", "workload_kind"};

  private static final Family OOM_KILLS =
      Family.counter(
          PREFIX + "oom_kills_total",
          "Processes of the pod that the OOM killer ended, through all restarts of its containers"
              + " (memory.events; in cgroup v1 the sum of what its containers were seen to count).",
          LABELS);
  private static final GroupUsageFamilies USAGE = new GroupUsageFamilies(PREFIX, "pod", LABELS);
  private static final GroupPressureFamilies PRESSURE =
      new GroupPressureFamilies(PREFIX, "pod", LABELS);
  private static final GroupThrottlingFamilies THROTTLING =
      new GroupThrottlingFamilies(
          PREFIX, "containers of the pod, restarts of theirs included,", LABELS);
  private static final GroupIoFamilies IO =
      new GroupIoFamilies(PREFIX, "pod, restarts of its containers included,", LABELS);
  private static final GroupSwapFamilies SWAP = new GroupSwapFamilies(PREFIX, "pod", LABELS);
  private static final GroupHugePageFamilies HUGE_PAGES =
      new GroupHugePageFamilies(PREFIX, "pod", LABELS);

  static final List<Family> FAMILIES =
      Stream.of(
              USAGE.all(),
              List.of(OOM_KILLS),
              THROTTLING.all(),
              IO.all(),
              SWAP.all(),
              HUGE_PAGES.all(),
              PRESSURE.all(),
              PodNetworkMetrics.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private PodMetrics() {}

  public static void write(PodView view, Sink sink) {
    view.node().fast().cgroups().section().present().ifPresent(tree -> write(tree, view, sink));
  }

  private static void write(CgroupTree tree, PodView view, Sink sink) {
    Map<String, String> disks = DiskNames.of(view.node());
    for (PodCgroup pod : tree.pods()) {
      write(pod, disks, view.pods().name(pod.group().owner()).podLabels(), sink);
    }
    view.node()
        .counters()
        .podNetworks()
        .section()
        .present()
        .ifPresent(networks -> PodNetworkMetrics.write(tree.pods(), networks, view, sink));
  }

  private static void write(PodCgroup pod, Map<String, String> disks, Labels labels, Sink sink) {
    USAGE.write(pod.group(), labels, sink);
    pod.oomKills().present().ifPresent(kills -> sink.sample(OOM_KILLS, labels, kills));
    pod.throttling().present().ifPresent(held -> THROTTLING.write(held, false, labels, sink));
    pod.io().present().ifPresent(io -> IO.write(io, disks, labels, sink));
    SWAP.write(pod.group().memory(), labels, sink);
    pod.group().hugetlb().present().ifPresent(pages -> HUGE_PAGES.write(pages, labels, sink));
    PRESSURE.write(pod.group().pressure(), labels, sink);
  }
}
