package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Mount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Mounts below those that they are mounted on; what is not shown leaves what is on it to the mount
/// below.
public final class MountTree {
  /// Mounts can lie on each other by the thousand. What is deeper is drawn as deep as this.
  private static final int DEEPEST = 100;

  private static final int NONE = -1;

  /// @param above the line of the mount that it is drawn below; [#NONE] at the top
  private record Line(Mount mount, int above, int depth) {}

  /// A mount whose place in the tree is known, and which is to be looked at.
  private record Step(Mount mount, int above) {}

  private final Map<Long, List<Mount>> children;
  private final Predicate<Mount> shown;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();

  private MountTree(List<Mount> mounts, Predicate<Mount> shown) {
    this.shown = shown;
    children =
        mounts.stream()
            .sorted(Comparator.comparingLong(Mount::id))
            .collect(Collectors.groupingBy(Mount::parent));
  }

  /// A tree for each mount whose parent is not among them, with those that are to be shown.
  public static List<MountLine> draw(List<Mount> mounts, Predicate<Mount> shown) {
    MountTree tree = new MountTree(mounts, shown);
    Set<Long> ids = mounts.stream().map(Mount::id).collect(Collectors.toSet());
    for (Mount mount : mounts) {
      boolean top = mount.parent() == mount.id() || !ids.contains(mount.parent());
      if (top) tree.walk(mount);
    }
    return tree.drawn();
  }

  /// The tree of one mount.
  public static List<MountLine> below(Mount mount, List<Mount> mounts) {
    MountTree tree = new MountTree(mounts, _ -> true);
    tree.walk(mount);
    return tree.drawn();
  }

  private void walk(Mount top) {
    Deque<Step> steps = new ArrayDeque<>(List.of(new Step(top, NONE)));
    for (Step step; (step = steps.poll()) != null; ) {
      if (!seen.add(step.mount().id())) continue;
      int here = shown.test(step.mount()) ? add(step.mount(), step.above()) : step.above();
      for (Mount on : children.getOrDefault(step.mount().id(), List.of()).reversed()) {
        steps.push(new Step(on, here));
      }
    }
  }

  private int add(Mount mount, int above) {
    int under =
        above != NONE && lines.get(above).depth() == DEEPEST ? lines.get(above).above() : above;
    lines.add(new Line(mount, under, under == NONE ? 0 : lines.get(under).depth() + 1));
    return lines.size() - 1;
  }

  private List<MountLine> drawn() {
    Map<Integer, Integer> last = new HashMap<>();
    for (int at = 0; at < lines.size(); at++) last.put(lines.get(at).above(), at);
    List<String> below = new ArrayList<>();
    List<MountLine> drawn = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      Line line = lines.get(at);
      boolean top = line.above() == NONE;
      boolean end = last.getOrDefault(line.above(), NONE) == at;
      String before = top ? "" : below.get(line.above());
      drawn.add(new MountLine(line.mount(), top ? "" : before + (end ? "└─" : "├─")));
      below.add(top ? "" : before + (end ? "  " : "│ "));
    }
    return drawn;
  }
}
