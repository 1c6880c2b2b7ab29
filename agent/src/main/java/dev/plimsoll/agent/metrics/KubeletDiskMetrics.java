package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.DiskUse;
import dev.plimsoll.agent.pod.PodDisks;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.OptionalLong;

/// `plimsoll_kubelet_filesystem_*`: the file systems that the kubelet watches, and evicts pods
/// where they become full.
final class KubeletDiskMetrics {
  private static final Family USED =
      family("used_bytes", "Bytes that its part takes; of nodefs all that is used");
  private static final Family CAPACITY = family("capacity_bytes", "Bytes of the file system");
  private static final Family AVAILABLE =
      family("available_bytes", "Bytes that are still to be had in the file system");
  private static final Family INODES =
      family("inodes", "Files and folders that the file system can have");
  private static final Family INODES_FREE =
      family("inodes_free", "Files and folders that can still be made in the file system");

  static final List<Family> FAMILIES = List.of(USED, CAPACITY, AVAILABLE, INODES, INODES_FREE);

  private KubeletDiskMetrics() {}

  private static Family family(String name, String help) {
    return Family.gauge(
        "plimsoll_kubelet_filesystem_" + name,
        help
            + ": nodefs of volumes and logs, imagefs of images, containerfs of layers"
            + " (kubelet, /stats/summary).",
        "filesystem");
  }

  static void write(PodDisks disks, Sink sink) {
    write(disks.nodeFs(), "nodefs", sink);
    write(disks.imageFs(), "imagefs", sink);
    write(disks.containerFs(), "containerfs", sink);
  }

  private static void write(DiskUse use, String name, Sink sink) {
    Labels labels = Labels.of("filesystem", name);
    write(USED, use.usedBytes(), labels, sink);
    write(CAPACITY, use.capacityBytes(), labels, sink);
    write(AVAILABLE, use.availableBytes(), labels, sink);
    write(INODES, use.inodes(), labels, sink);
    write(INODES_FREE, use.inodesFree(), labels, sink);
  }

  private static void write(Family family, OptionalLong value, Labels labels, Sink sink) {
    value.ifPresent(number -> sink.sample(family, labels, number));
  }
}
