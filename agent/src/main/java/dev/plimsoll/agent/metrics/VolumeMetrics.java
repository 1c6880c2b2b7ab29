package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.DiskUse;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodDisk.VolumeUse;
import dev.plimsoll.agent.pod.PodDisks;
import dev.plimsoll.agent.pod.PodSpec.Volume;
import dev.plimsoll.agent.pod.PodTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `plimsoll_volume_*`: what the volumes of pods take, but for those that hold nothing but
/// configuration.
final class VolumeMetrics {
  private static final Family USED =
      family("used_bytes", "Bytes that the volume takes (kubelet, /stats/summary).");
  private static final Family CAPACITY =
      family(
          "capacity_bytes",
          "Bytes of the file system that the volume is in, which it may share with others"
              + " (kubelet, /stats/summary).");
  private static final Family AVAILABLE =
      family(
          "available_bytes",
          "Bytes that are still to be had in that file system (kubelet, /stats/summary).");
  private static final Family INODES_USED =
      family("inodes_used", "Files and folders in the volume (kubelet, /stats/summary).");
  private static final Family INODES =
      family(
          "inodes",
          "Files and folders that the volume's file system can have (kubelet, /stats/summary).");
  private static final Family INODES_FREE =
      family(
          "inodes_free",
          "Files and folders that can still be made in that file system"
              + " (kubelet, /stats/summary).");
  private static final Family LIMIT =
      family(
          "limit_bytes",
          "Bytes from which on the pod is evicted for the volume (spec.volumes, sizeLimit).");
  private static final Family LIMIT_RATIO =
      family(
          "limit_ratio",
          "What the volume takes as a ratio of its limit (spec.volumes, kubelet, /stats/summary).");

  static final List<Family> FAMILIES =
      List.of(USED, CAPACITY, AVAILABLE, INODES_USED, INODES, INODES_FREE, LIMIT, LIMIT_RATIO);

  private VolumeMetrics() {}

  private static Family family(String name, String help) {
    return Family.gauge(
        "plimsoll_volume_" + name,
        help,
        "namespace",
        "pod",
        "workload",
        "workload_kind",
        "volume",
        "type",
        "persistentvolumeclaim");
  }

  static void write(PodTable pods, PodDisks disks, Sink sink) {
    for (Pod pod : pods.current()) {
      disks
          .pod(pod.groupUid())
          .ifPresent(disk -> disk.volumes().forEach(volume -> write(volume, pod, sink)));
    }
  }

  private static void write(VolumeUse told, Pod pod, Sink sink) {
    Optional<Volume> volume = pod.spec().volume(told.name());
    if (volume.filter(Volume::isConfiguration).isPresent()) return;
    Labels labels = labels(told, volume, pod);
    DiskUse use = told.use();
    write(USED, use.usedBytes(), labels, sink);
    write(CAPACITY, use.capacityBytes(), labels, sink);
    write(AVAILABLE, use.availableBytes(), labels, sink);
    write(INODES_USED, use.inodesUsed(), labels, sink);
    write(INODES, use.inodes(), labels, sink);
    write(INODES_FREE, use.inodesFree(), labels, sink);
    volume
        .flatMap(spec -> spec.sizeLimit().stream().boxed().findFirst())
        .ifPresent(limit -> writeLimit(limit, use.usedBytes(), labels, sink));
  }

  private static void writeLimit(double limit, OptionalLong used, Labels labels, Sink sink) {
    sink.sample(LIMIT, labels, limit);
    if (limit > 0) used.ifPresent(bytes -> sink.sample(LIMIT_RATIO, labels, bytes / limit));
  }

  private static void write(Family family, OptionalLong value, Labels labels, Sink sink) {
    value.ifPresent(number -> sink.sample(family, labels, number));
  }

  private static Labels labels(VolumeUse told, Optional<Volume> volume, Pod pod) {
    String claim = told.claim().isEmpty() ? volume.map(Volume::claim).orElse("") : told.claim();
    return Labels.of(
        "namespace", pod.namespace(),
        "pod", pod.name(),
        "workload", pod.workload().name(),
        "workload_kind", pod.workload().kind(),
        "volume", told.name(),
        "type", volume.map(VolumeMetrics::type).orElse(""),
        "persistentvolumeclaim", claim);
  }

  /// As the spec names it; what is in memory is no disk.
  private static String type(Volume volume) {
    return volume.isInMemory() ? "memory" : volume.type();
  }
}
