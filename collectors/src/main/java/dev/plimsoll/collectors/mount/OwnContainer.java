package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;

/// Mounts of the container that the reader itself is in.
final class OwnContainer {
  private OwnContainer() {}

  /// Whether the table is a container's: its root is layers, and its runtime mounted the names of
  /// hosts from a directory of its own.
  static boolean isPod(List<Mount> mounts) {
    boolean layered =
        mounts.stream().anyMatch(mount -> mount.point().equals("/") && isLayers(mount.type()));
    return layered && mounts.stream().anyMatch(OwnContainer::isHostsOfContainer);
  }

  private static boolean isLayers(String type) {
    return type.equals("overlay") || type.equals("aufs") || type.equals("fuse.fuse-overlayfs");
  }

  private static boolean isHostsOfContainer(Mount mount) {
    return mount.point().equals("/dev/termination-log")
        || (mount.point().equals("/etc/hosts") && !mount.root().equals("/etc/hosts"));
  }

  /// The mounts at and below a directory, as seen from it.
  static List<Mount> below(String directory, List<Mount> mounts) {
    return mounts.stream()
        .filter(mount -> (mount.point() + '/').startsWith(directory + '/'))
        .map(mount -> mount.withPoint(seenFrom(directory, mount.point())))
        .toList();
  }

  private static String seenFrom(String directory, String point) {
    return point.equals(directory) ? "/" : point.substring(directory.length());
  }

  static SourceFailure failure(Roots roots) {
    String text =
        "these are the mounts of this container, not of the node; the pod needs hostPID: true";
    return new SourceFailure(SourceFailure.Kind.DENIED, roots.proc("1/mountinfo"), 0, text);
  }
}
