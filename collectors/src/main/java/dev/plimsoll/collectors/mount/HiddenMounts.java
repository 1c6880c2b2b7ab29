package dev.plimsoll.collectors.mount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the mounts that no path leads to any more, because others were mounted over them or over a
/// directory above them.
final class HiddenMounts {
  private record Place(long parent, String point) {}

  private final Map<Place, Mount> places = new HashMap<>();
  private final Mount root;

  private HiddenMounts(List<Mount> mounts) {
    for (Mount mount : mounts) places.put(new Place(mount.parent(), mount.point()), mount);
    root = bottom(mounts);
  }

  static List<Mount> mark(List<Mount> mounts) {
    if (mounts.isEmpty()) return mounts;
    HiddenMounts hidden = new HiddenMounts(mounts);
    return mounts.stream().map(mount -> hidden.leadsTo(mount) ? mount : mount.asHidden()).toList();
  }

  /// The mount that all others stand on: its parent is not among them.
  private static Mount bottom(List<Mount> mounts) {
    Map<Long, Mount> byId = new HashMap<>();
    for (Mount mount : mounts) byId.put(mount.id(), mount);
    for (Mount mount : mounts) {
      boolean parentless = mount.parent() == mount.id() || !byId.containsKey(mount.parent());
      if (parentless && mount.point().equals("/")) return mount;
    }
    return mounts.getFirst();
  }

  /// Walks the path as the kernel does: at each step on to whatever is mounted there.
  private boolean leadsTo(Mount mount) {
    String path = mount.point();
    Mount at = top(root, "/");
    for (int slash = 1; slash > 0 && slash < path.length(); slash++) {
      int end = path.indexOf('/', slash);
      slash = end < 0 ? path.length() : end;
      at = top(at, path.substring(0, slash));
    }
    return at.id() == mount.id();
  }

  /// A kernel never stacks mounts in a circle, but a file may say so: no more steps than mounts.
  private Mount top(Mount below, String point) {
    Mount top = below;
    for (int step = 0; step < places.size(); step++) {
      Mount over = places.get(new Place(top.id(), point));
      if (over == null || over.equals(top)) return top;
      top = over;
    }
    return top;
  }
}
