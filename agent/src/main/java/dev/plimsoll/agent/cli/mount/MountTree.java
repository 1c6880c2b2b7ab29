package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Mount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Mounts below those that they are mounted on.
public final class MountTree {
  private final List<FoundMount> lines = new ArrayList<>();
  private final Set<Long> drawn = new HashSet<>();
  private final Map<Long, List<Mount>> children;

  private MountTree(List<Mount> mounts) {
    children =
        mounts.stream()
            .sorted(Comparator.comparingLong(Mount::id))
            .collect(Collectors.groupingBy(Mount::parent));
  }

  /// In the table's order, without branches.
  public static List<FoundMount> list(List<Mount> mounts) {
    return mounts.stream().map(mount -> FoundMount.of(mount, "")).toList();
  }

  /// A tree for each mount whose parent is not among them.
  public static List<FoundMount> draw(List<Mount> mounts) {
    MountTree tree = new MountTree(mounts);
    Set<Long> ids = mounts.stream().map(Mount::id).collect(Collectors.toSet());
    for (Mount mount : mounts) {
      boolean top = mount.parent() == mount.id() || !ids.contains(mount.parent());
      if (top) tree.draw(mount, "", "");
    }
    return List.copyOf(tree.lines);
  }

  /// @param branch before the mount itself
  /// @param below before what is mounted on it
  private void draw(Mount mount, String branch, String below) {
    if (!drawn.add(mount.id())) return;
    lines.add(FoundMount.of(mount, branch));
    List<Mount> on = children.getOrDefault(mount.id(), List.of());
    for (int index = 0; index < on.size(); index++) {
      boolean last = index == on.size() - 1;
      draw(on.get(index), below + (last ? "└─" : "├─"), below + (last ? "  " : "│ "));
    }
  }
}
