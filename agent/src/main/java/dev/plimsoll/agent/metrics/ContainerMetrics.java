package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.recent.MinuteKeeper;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupOwner.ContainerRuntime;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.CpuBandwidth;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// `plimsoll_container_*`: every container, of pods and of none. A pod's sandbox counts as a
/// container until the pods are known, for its group does not tell that it is one.
public final class ContainerMetrics {
  private static final String PREFIX = "plimsoll_container_";
  private static final String[] LABELS = {
    "namespace", "pod", "container", "workload", "workload_kind"
  };

  private static final Family INFO =
      Family.info(
          PREFIX + "info",
          "Which container of which runtime has this name now, by its control group's path.",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "id",
          "pod_uid",
          "runtime",
          "qos");
  private static final Family START =
      Family.gauge(
          PREFIX + "start_time_seconds",
          "When the container's first process started, in seconds since 1970 (/proc/<pid>/stat;"
              + " where no process is seen, when the control group's directory was made).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family STARTED =
      Family.counter(
          "plimsoll_node_containers_started_total",
          "Containers and sandboxes that were seen to start since the agent did (/sys/fs/cgroup).");
  private static final Family ENDED =
      Family.counter(
          "plimsoll_node_containers_ended_total",
          "Containers and sandboxes that were seen to end since the agent began (/sys/fs/cgroup).");
  private static final Family MISSED =
      Family.counter(
          "plimsoll_node_containers_missed_total",
          "Containers and sandboxes that ended before they could be read, of which nothing is"
              + " reported but in the sums of their pods (/sys/fs/cgroup).");
  private static final GroupUsageFamilies USAGE =
      new GroupUsageFamilies(PREFIX, "container", LABELS);
  private static final GroupPressureFamilies PRESSURE =
      new GroupPressureFamilies(PREFIX, "container", LABELS);
  private static final GroupSwapFamilies SWAP = new GroupSwapFamilies(PREFIX, "container", LABELS);
  private static final GroupHugePageFamilies HUGE_PAGES =
      new GroupHugePageFamilies(PREFIX, "container", LABELS);
  private static final GroupThrottlingFamilies THROTTLING =
      new GroupThrottlingFamilies(PREFIX, "container", LABELS);
  private static final GroupIoFamilies IO = new GroupIoFamilies(PREFIX, "container", LABELS);

  static final List<Family> FAMILIES =
      Stream.of(
              List.of(INFO, START, STARTED, ENDED, MISSED),
              USAGE.all(),
              ContainerCpuMetrics.FAMILIES,
              ContainerMemoryMetrics.FAMILIES,
              THROTTLING.all(),
              IO.all(),
              SWAP.all(),
              HUGE_PAGES.all(),
              PRESSURE.all(),
              MinuteMetrics.FAMILIES,
              ContainerSocketMetrics.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private ContainerMetrics() {}

  /// @param minutes what the containers did within the last minute
  public static void write(PodView view, MinuteKeeper minutes, Sink sink) {
    view.node()
        .fast()
        .cgroups()
        .section()
        .present()
        .ifPresent(tree -> write(tree, view, minutes, sink));
  }

  private static void write(CgroupTree tree, PodView view, MinuteKeeper minutes, Sink sink) {
    sink.sample(STARTED, tree.turnover().started());
    sink.sample(ENDED, tree.turnover().ended());
    sink.sample(MISSED, tree.turnover().missed());
    Map<String, String> disks = DiskNames.of(view.node());
    Map<ContainerName, Cgroup<?>> named = new LinkedHashMap<>();
    for (Cgroup<CgroupOwner.Container> group : tree.containers()) {
      named.merge(view.pods().name(group.owner()), group, ContainerMetrics::newer);
    }
    for (Cgroup<CgroupOwner.LoneContainer> group : tree.loneContainers()) {
      named.merge(ContainerName.alone(group.owner()), group, ContainerMetrics::newer);
    }
    FirstStarts starts = FirstStarts.of(view.node());
    ContainerSocketMetrics sockets = ContainerSocketMetrics.of(view.node());
    named.forEach(
        (name, group) -> {
          Labels labels = name.labels();
          starts.of(group).ifPresent(start -> sink.sample(START, labels, start));
          write(group, labels, disks, sink);
          sockets.write(group, labels, sink);
          OptionalDouble limit =
              group.cpu().effectiveCores().present().orElse(OptionalDouble.empty());
          minutes
              .of(group.owner())
              .ifPresent(minute -> MinuteMetrics.write(minute, limit, labels, sink));
        });
  }

  /// A restarted container has its name at once with the one that it replaces.
  private static Cgroup<?> newer(Cgroup<?> one, Cgroup<?> other) {
    return other.since().isAfter(one.since()) ? other : one;
  }

  private static void write(Cgroup<?> group, Labels labels, Map<String, String> disks, Sink sink) {
    writeInfo(group.owner(), labels, sink);
    USAGE.write(group, labels, sink);
    ContainerCpuMetrics.write(group.cpu(), labels, sink);
    ContainerMemoryMetrics.write(group.memory(), labels, sink);
    boolean quota =
        group.cpu().bandwidth().present().map(CpuBandwidth::cores).stream()
            .anyMatch(OptionalDouble::isPresent);
    group
        .cpu()
        .throttling()
        .present()
        .ifPresent(held -> THROTTLING.write(held, quota, labels, sink));
    group.io().present().ifPresent(io -> IO.write(io, disks, labels, sink));
    SWAP.write(group.memory(), labels, sink);
    group.hugetlb().present().ifPresent(pages -> HUGE_PAGES.write(pages, labels, sink));
    PRESSURE.write(group.pressure(), labels, sink);
  }

  private static void writeInfo(CgroupOwner owner, Labels labels, Sink sink) {
    switch (owner) {
      case CgroupOwner.Container(String uid, String id, ContainerRuntime runtime, var qos) ->
          sink.sample(INFO, info(labels, id, uid, runtime).add("qos", text(qos)), 1);
      case CgroupOwner.LoneContainer(String id, ContainerRuntime runtime) ->
          sink.sample(INFO, info(labels, id, "", runtime).add("qos", ""), 1);
      case CgroupOwner.Monitor _, CgroupOwner.Pod _, CgroupOwner.Unit _, CgroupOwner.Other _ -> {}
    }
  }

  private static Labels info(Labels labels, String id, String podUid, ContainerRuntime runtime) {
    return labels.add("id", id).add("pod_uid", podUid).add("runtime", text(runtime));
  }

  private static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
