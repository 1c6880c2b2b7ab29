package dev.plimsoll.collectors.mount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Of several mounts of one device the one that `df` shows: the real device's rather than a word's,
/// then the one nearest to the root.
final class MountsByDevice {
  private record Device(int major, int minor, String subvolume) {
    static Device of(Mount mount) {
      String subvolume = FilesystemType.isOfManyDevices(mount) ? mount.root() : "";
      return new Device(mount.major(), mount.minor(), subvolume);
    }
  }

  private final Map<Device, List<Mount>> seen = new HashMap<>();

  private MountsByDevice() {}

  /// Each device once, in the table's order. A mount that lies over another of the same source is
  /// listed where the first of them is.
  static List<Mount> once(List<Mount> mounts) {
    Map<String, Mount> visible =
        mounts.stream()
            .filter(mount -> !mount.hidden())
            .collect(Collectors.toMap(Mount::point, Function.identity(), (first, _) -> first));
    MountsByDevice devices = new MountsByDevice();
    List<Mount> kept = new ArrayList<>();
    for (Mount listed : mounts) {
      Mount mount = visible.get(listed.point());
      if (mount != null && mount.source().equals(listed.source())) devices.add(mount, kept);
    }
    return List.copyOf(kept);
  }

  private void add(Mount mount, List<Mount> kept) {
    List<Mount> same = seen.computeIfAbsent(Device.of(mount), _ -> new ArrayList<>());
    if (same.isEmpty() || isAnotherExport(mount, same.getLast())) {
      same.add(mount);
      kept.add(mount);
    } else if (wins(mount, same.getLast())) {
      kept.remove(same.set(same.size() - 1, mount));
      kept.add(mount);
    }
  }

  /// Mounts of the same server are told apart by what is mounted.
  private static boolean isAnotherExport(Mount mount, Mount seen) {
    return FilesystemType.isRemote(mount)
        && FilesystemType.isRemote(seen)
        && !mount.source().equals(seen.source());
  }

  private static boolean wins(Mount mount, Mount seen) {
    if (mount.source().indexOf('/') >= 0 && seen.source().indexOf('/') < 0) return true;
    boolean nearer = mount.point().length() < seen.point().length();
    boolean sourceBelow = seen.root().length() < mount.root().length();
    return nearer && !sourceBelow;
  }
}
