package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.KubeletVolume;
import dev.plimsoll.collectors.mount.Mount;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// How full the node's file systems are, on the root's row. A disk is called by its device, what
/// has none by where it is mounted.
final class CadvisorFilesystems {
  private static final Family USAGE =
      family("fs_usage_bytes", "Bytes of the file system that are used (statvfs).");
  private static final Family LIMIT =
      family("fs_limit_bytes", "Size of the file system in bytes (statvfs).");
  private static final Family INODES =
      family("fs_inodes_total", "Files that the file system can hold (statvfs).");
  private static final Family INODES_FREE =
      family("fs_inodes_free", "Files that can still be made in the file system (statvfs).");

  static final List<Family> FAMILIES = List.of(USAGE, LIMIT, INODES, INODES_FREE);

  private CadvisorFilesystems() {}

  private static Family family(String name, String help) {
    return CadvisorFamilies.gauge(name, help, "device");
  }

  static void write(CadvisorRow row, Filesystems filesystems, Sink sink) {
    if (row.kind() != CadvisorRow.Kind.ROOT) return;
    if (filesystems.view() == Filesystems.View.OWN_CONTAINER) return;
    for (Filesystem filesystem : filesystems.all()) {
      if (!isOfNode(filesystem.mount())) continue;
      Labels labels = row.labels().add("device", device(filesystem.mount()));
      filesystem.size().present().ifPresent(size -> write(size, labels, sink));
    }
  }

  /// Layers and volumes of containers have the room of the disk that they are on.
  private static boolean isOfNode(Mount mount) {
    return !mount.type().equals("overlay") && KubeletVolume.at(mount.point()).isEmpty();
  }

  private static String device(Mount mount) {
    return mount.source().startsWith("/dev/") ? mount.source() : mount.point();
  }

  private static void write(StatVfs size, Labels labels, Sink sink) {
    if (size.blocks() == 0) return;
    sink.sample(USAGE, labels, size.usedBytes());
    sink.sample(LIMIT, labels, size.sizeBytes());
    sink.sample(INODES, labels, size.files());
    sink.sample(INODES_FREE, labels, size.filesFree());
  }
}
