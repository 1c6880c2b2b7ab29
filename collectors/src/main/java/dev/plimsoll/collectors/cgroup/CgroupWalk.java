package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// Looks through a hierarchy for the groups that somebody owns, the highest first. What is below a
/// container of a pod is the container's own affair. Where two groups say that they are the same,
/// the higher counts.
final class CgroupWalk {
  private static final int DEEPEST = 24;

  /// A group that somebody owns.
  record Found(String path, CgroupOwner owner) {}

  private record Step(String path, CgroupOwner owner, int depth) {}

  private final KernelReader reader;
  private final WatchedDirectories watched;
  private final String root;
  private final int most;
  private final Queue<Step> queue = new ArrayDeque<>();
  private final Map<CgroupOwner, Found> found = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();
  private int seen;

  /// @param root the hierarchy's directory
  /// @param most how many groups are looked at before the walk breaks off
  CgroupWalk(KernelReader reader, WatchedDirectories watched, String root, int most) {
    this.reader = reader;
    this.watched = watched;
    this.root = root;
    this.most = most;
  }

  /// Walks; once.
  CgroupWalk run() {
    queue.add(new Step("", new CgroupOwner.Other("/"), 0));
    for (Step step; seen < most && (step = queue.poll()) != null; ) enter(step);
    return this;
  }

  private void enter(Step step) {
    if (mayHoldContainers(step.owner())) watched.watch(root + step.path());
    for (String name : names(root + step.path())) {
      seen++;
      visit(step, step.path() + '/' + name);
    }
  }

  private List<String> names(String directory) {
    try {
      return reader.directories(directory);
    } catch (KernelFileException _) {
      return List.of();
    }
  }

  private static boolean mayHoldContainers(CgroupOwner owner) {
    return switch (owner) {
      case CgroupOwner.Pod _, CgroupOwner.Other _ -> true;
      case CgroupOwner.Unit(String name) -> name.endsWith(".slice");
      case CgroupOwner.Container _, CgroupOwner.LoneContainer _, CgroupOwner.Monitor _ -> false;
    };
  }

  private void visit(Step above, String path) {
    CgroupOwner owner = CgroupPath.owner(path);
    switch (owner) {
      case CgroupOwner.Container _, CgroupOwner.Monitor _ ->
          found.putIfAbsent(owner, new Found(path, owner));
      case CgroupOwner.Pod _, CgroupOwner.LoneContainer _, CgroupOwner.Unit _ -> {
        found.putIfAbsent(owner, new Found(path, owner));
        descend(above, path, owner);
      }
      case CgroupOwner.Other _ -> {
        others.add(path);
        descend(above, path, owner);
      }
    }
  }

  private void descend(Step above, String path, CgroupOwner owner) {
    if (above.depth() < DEEPEST) queue.add(new Step(path, owner, above.depth() + 1));
  }

  String root() {
    return root;
  }

  Collection<Found> found() {
    return found.values();
  }

  /// The root, and the groups above pods that nobody owns.
  List<Found> abovePods() {
    Set<String> ancestors = new HashSet<>();
    for (Found group : found.values()) {
      if (group.owner() instanceof CgroupOwner.Pod) addAncestors(group.path(), ancestors);
    }
    List<Found> above = new ArrayList<>();
    above.add(new Found("", new CgroupOwner.Other("/")));
    for (String path : others) {
      if (ancestors.contains(path)) above.add(new Found(path, CgroupPath.owner(path)));
    }
    return above;
  }

  /// Whether there was more than could be looked at.
  boolean brokeOff() {
    return seen >= most;
  }

  /// What is to be known of a walk that broke off: groups that it did not come to are missing.
  List<SourceFailure> failures() {
    if (!brokeOff()) return List.of();
    String text = "the walk broke off at " + most + " groups; those further down may be missing";
    return List.of(new SourceFailure(SourceFailure.Kind.IO, root, 0, text));
  }

  /// The paths of groups that nobody known owns, nor any below them; of nested ones the highest.
  List<String> unresolved() {
    Set<String> ancestors = new HashSet<>(Set.of(""));
    for (Found group : found.values()) addAncestors(group.path(), ancestors);
    return others.stream()
        .filter(path -> !ancestors.contains(path))
        .filter(path -> ancestors.contains(path.substring(0, path.lastIndexOf('/'))))
        .toList();
  }

  private static void addAncestors(String path, Set<String> ancestors) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      ancestors.add(path.substring(0, end));
    }
  }
}
