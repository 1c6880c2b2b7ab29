package dev.plimsoll.agent.cli.block;

import dev.plimsoll.collectors.device.BlockDevice;
import dev.plimsoll.collectors.device.UdevData;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A block device, what is on it and where it is mounted.
///
/// @param mounts of it, the last one made first
/// @param swap whether it is swapped to
/// @param size of the file system on it; empty where it is not mounted, or does not answer
public record DeviceRow(
    BlockDevice device, UdevData udev, List<Mount> mounts, boolean swap, Optional<StatVfs> size) {
  public DeviceRow {
    mounts = List.copyOf(mounts);
  }

  /// Where its files are: the mount of all of it, rather than of a directory.
  Optional<Mount> main() {
    return main(mounts);
  }

  static Optional<Mount> main(List<Mount> mounts) {
    return mounts.stream()
        .filter(mount -> mount.root().equals("/"))
        .findFirst()
        .or(() -> mounts.stream().findFirst());
  }

  List<String> mountPoints() {
    List<String> points = new ArrayList<>();
    for (Mount mount : mounts) points.add(mount.point());
    if (swap) points.add("[SWAP]");
    return points;
  }

  /// What udev found; where it found nothing, what it is mounted as.
  Optional<String> type() {
    return udev.type().or(() -> main().map(Mount::type)).or(() -> swapType());
  }

  private Optional<String> swapType() {
    return swap ? Optional.of("swap") : Optional.empty();
  }
}
