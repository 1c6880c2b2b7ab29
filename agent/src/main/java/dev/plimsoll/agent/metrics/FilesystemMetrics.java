package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.KubeletVolume;
import dev.plimsoll.collectors.mount.Mount;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Set;

/// `plimsoll_node_filesystem_*`: how full the node's file systems are. Each device counts once, as
/// in `df`. Layers of containers are left out, which have the room of the disk they are on, and so
/// are the kubelet's volumes that hold nothing but configuration.
public final class FilesystemMetrics {
  private static final Set<String> CONFIGURATION =
      Set.of(
          "kubernetes.io/configmap",
          "kubernetes.io/downward-api",
          "kubernetes.io/projected",
          "kubernetes.io/secret");

  private static final Family SIZE =
      family("size_bytes", "Size of the file system in bytes (statvfs).");
  private static final Family FREE =
      family(
          "free_bytes", "Bytes of the file system that nobody uses, reserved ones too (statvfs).");
  private static final Family AVAILABLE =
      family(
          "available_bytes",
          "Bytes of the file system that a user without privileges may still use (statvfs).");
  private static final Family INODES =
      family("inodes", "Files that the file system can hold; 0 for any number (statvfs).");
  private static final Family INODES_FREE =
      family("inodes_free", "Files that can still be made in the file system (statvfs).");
  private static final Family READONLY =
      family("readonly", "1 where the mount cannot be written to, else 0 (statvfs).");
  private static final Family ERROR =
      Family.gauge(
          "plimsoll_node_filesystem_error",
          "1 for a file system that could not be asked for its size, with the reason (statvfs).",
          "mountpoint",
          "device",
          "fstype",
          "reason");

  static final List<Family> FAMILIES =
      List.of(SIZE, FREE, AVAILABLE, INODES, INODES_FREE, READONLY, ERROR);

  private FilesystemMetrics() {}

  private static Family family(String name, String help) {
    return Family.gauge("plimsoll_node_filesystem_" + name, help, "mountpoint", "device", "fstype");
  }

  public static void write(NodeSnapshot node, Sink sink) {
    node.slow().filesystems().section().present().ifPresent(all -> write(all, sink));
  }

  private static void write(Filesystems filesystems, Sink sink) {
    switch (filesystems.view()) {
      case NODE ->
          filesystems.all().stream()
              .filter(FilesystemMetrics::isOfNode)
              .forEach(filesystem -> write(filesystem, sink));
      case OWN_CONTAINER -> {}
    }
  }

  private static boolean isOfNode(Filesystem filesystem) {
    Mount mount = filesystem.mount();
    boolean layers = mount.type().equals("overlay") && !mount.point().equals("/");
    return !layers
        && KubeletVolume.at(mount.point())
            .filter(volume -> CONFIGURATION.contains(volume.plugin()))
            .isEmpty();
  }

  private static void write(Filesystem filesystem, Sink sink) {
    Mount mount = filesystem.mount();
    Labels labels =
        Labels.of("mountpoint", mount.point(), "device", mount.source(), "fstype", mount.type());
    switch (filesystem.size()) {
      case Section.Present<StatVfs>(StatVfs size, List<SourceFailure> _) ->
          write(size, labels, sink);
      case Section.Failed<StatVfs>(SourceFailure failure) ->
          sink.sample(ERROR, labels.add("reason", failure.kind().label()), 1);
      case Section.Absent<StatVfs> _ -> {}
    }
  }

  private static void write(StatVfs size, Labels labels, Sink sink) {
    if (size.blocks() == 0) return;
    sink.sample(SIZE, labels, (double) size.sizeBytes());
    sink.sample(FREE, labels, (double) size.freeBytes());
    sink.sample(AVAILABLE, labels, (double) size.availableBytes());
    sink.sample(INODES, labels, (double) size.files());
    sink.sample(INODES_FREE, labels, (double) size.filesFree());
    sink.sample(READONLY, labels, size.readOnly() ? 1 : 0);
  }
}
