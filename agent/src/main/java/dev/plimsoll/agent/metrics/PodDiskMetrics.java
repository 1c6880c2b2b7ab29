package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.Amounts;
import dev.plimsoll.agent.pod.DiskUse;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodDisk;
import dev.plimsoll.agent.pod.PodDisk.ContainerUse;
import dev.plimsoll.agent.pod.PodDisks;
import dev.plimsoll.agent.pod.PodTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What containers and pods take of the node's own disk, beside the limits at which the kubelet
/// evicts them.
final class PodDiskMetrics {
  private static final String STORAGE = "ephemeral-storage";

  private static final Family ROOTFS =
      container(
          "rootfs_used_bytes",
          "Bytes that the container has written over its image (kubelet, /stats/summary).");
  private static final Family ROOTFS_INODES =
      container(
          "rootfs_inodes_used",
          "Files and folders that the container has made or changed over its image"
              + " (kubelet, /stats/summary).");
  private static final Family LOGS =
      container(
          "logs_used_bytes",
          "Bytes of the container's logs that are still kept (kubelet, /stats/summary).");
  private static final Family LIMIT_RATIO =
      container(
          "ephemeral_storage_limit_ratio",
          "The container's layer and logs as a ratio of their limit"
              + " (spec.containers, kubelet, /stats/summary).");
  private static final Family POD_USED =
      pod(
          "ephemeral_storage_used_bytes",
          "Bytes of the pod's layers, logs and directories that are not in memory"
              + " (kubelet, /stats/summary).");
  private static final Family POD_LIMIT =
      pod(
          "ephemeral_storage_limit_bytes",
          "Bytes of these from which on the pod is evicted: the limits of its containers together"
              + " (spec.containers, ephemeral-storage).");
  private static final Family POD_LIMIT_RATIO =
      pod(
          "ephemeral_storage_limit_ratio",
          "These bytes as a ratio of their limit (spec.containers, kubelet, /stats/summary).");

  static final List<Family> FAMILIES =
      List.of(ROOTFS, ROOTFS_INODES, LOGS, LIMIT_RATIO, POD_USED, POD_LIMIT, POD_LIMIT_RATIO);

  private PodDiskMetrics() {}

  private static Family container(String name, String help) {
    return Family.gauge(
        "plimsoll_container_" + name,
        help,
        "namespace",
        "pod",
        "container",
        "workload",
        "workload_kind");
  }

  private static Family pod(String name, String help) {
    return Family.gauge(
        "plimsoll_pod_" + name, help, "namespace", "pod", "workload", "workload_kind");
  }

  static void write(PodTable pods, PodDisks disks, Sink sink) {
    for (Pod pod : pods.current()) {
      disks.pod(pod.groupUid()).ifPresent(disk -> write(disk, pod, sink));
    }
  }

  private static void write(PodDisk disk, Pod pod, Sink sink) {
    Labels own =
        Labels.of(
            "namespace", pod.namespace(),
            "pod", pod.name(),
            "workload", pod.workload().name(),
            "workload_kind", pod.workload().kind());
    OptionalLong used = disk.ephemeral().usedBytes();
    used.ifPresent(bytes -> sink.sample(POD_USED, own, bytes));
    OptionalDouble limit = limit(pod);
    limit.ifPresent(bytes -> sink.sample(POD_LIMIT, own, bytes));
    writeRatio(POD_LIMIT_RATIO, limit, used, own, sink);
    for (ContainerUse told : disk.containers()) {
      pod.containers().stream()
          .filter(container -> container.name().equals(told.name()))
          .findFirst()
          .ifPresent(spec -> write(told, spec, own.add("container", told.name()), sink));
    }
  }

  private static void write(ContainerUse told, PodContainer spec, Labels labels, Sink sink) {
    DiskUse layer = told.layer();
    layer.usedBytes().ifPresent(bytes -> sink.sample(ROOTFS, labels, bytes));
    layer.inodesUsed().ifPresent(files -> sink.sample(ROOTFS_INODES, labels, files));
    told.logs().usedBytes().ifPresent(bytes -> sink.sample(LOGS, labels, bytes));
    writeRatio(
        LIMIT_RATIO, spec.resources().limits().get(STORAGE), sum(layer, told.logs()), labels, sink);
  }

  private static OptionalLong sum(DiskUse layer, DiskUse logs) {
    if (layer.usedBytes().isEmpty() || logs.usedBytes().isEmpty()) return OptionalLong.empty();
    return OptionalLong.of(layer.usedBytes().getAsLong() + logs.usedBytes().getAsLong());
  }

  /// As the kubelet adds them up: a container without a limit adds nothing.
  private static OptionalDouble limit(Pod pod) {
    double sum =
        pod.lasting()
            .map(PodContainer::resources)
            .map(resources -> resources.limits())
            .mapToDouble(PodDiskMetrics::storage)
            .sum();
    return sum > 0 ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private static double storage(Amounts limits) {
    return limits.get(STORAGE).orElse(0);
  }

  private static void writeRatio(
      Family family, OptionalDouble limit, OptionalLong used, Labels labels, Sink sink) {
    if (limit.isEmpty() || limit.getAsDouble() <= 0 || used.isEmpty()) return;
    sink.sample(family, labels, used.getAsLong() / limit.getAsDouble());
  }
}
