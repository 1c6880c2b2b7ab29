package dev.plimsoll.collectors.mount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the mounts that no path leads to any more, because others were mounted over them or over a
/// directory above them.
final class HiddenMounts {
  private record Place(long parent, String point) {}

  private final Map<Place, Mount> places = new HashMap<>();
  private final long root;

  private HiddenMounts(List<Mount> mounts) {
    for (Mount mount : mounts) places.put(new Place(mount.parent(), mount.point()), mount);
    root = root(mounts);
  }

  static List<Mount> mark(List<Mount> mounts) {
    if (mounts.isEmpty()) return mounts;
    HiddenMounts hidden = new HiddenMounts(mounts);
    return mounts.stream().map(mount -> hidden.leadsTo(mount) ? mount : mount.asHidden()).toList();
  }

  /// Where paths begin: the mount at `/` whose parent is not among them. A process whose root is a
  /// plain directory sees no such mount, only that others stand on the same one.
  private static long root(List<Mount> mounts) {
    Set<Long> ids = mounts.stream().map(Mount::id).collect(Collectors.toSet());
    List<Mount> bottom =
        mounts.stream()
            .filter(mount -> mount.parent() == mount.id() || !ids.contains(mount.parent()))
            .toList();
    for (Mount mount : bottom) {
      if (mount.point().equals("/")) return mount.id();
    }
    return bottom.isEmpty() ? mounts.getFirst().id() : bottom.getFirst().parent();
  }

  /// Walks the path as the kernel does: at each step on to whatever is mounted there.
  private boolean leadsTo(Mount mount) {
    String path = mount.point();
    long at = top(root, "/");
    for (int slash = 1; slash > 0 && slash < path.length(); slash++) {
      int end = path.indexOf('/', slash);
      slash = end < 0 ? path.length() : end;
      at = top(at, path.substring(0, slash));
    }
    return at == mount.id();
  }

  /// A kernel never stacks mounts in a circle, but a file may say so: no more steps than mounts.
  private long top(long below, String point) {
    long top = below;
    for (int step = 0; step < places.size(); step++) {
      Mount over = places.get(new Place(top, point));
      if (over == null || over.id() == top) return top;
      top = over.id();
    }
    return top;
  }
}
