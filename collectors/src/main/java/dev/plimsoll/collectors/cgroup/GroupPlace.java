package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupLayout.Controller;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the files of one group are. A group need not be in every hierarchy of v1, nor in the
/// unified one beside them.
final class GroupPlace {
  private final KernelReader reader;
  private final DescriptorBudget budget;
  private final DescriptorBudget stalls;
  private final CgroupLayout layout;
  private final String path;
  private final Map<Controller, GroupDirectory> v1 = new EnumMap<>(Controller.class);
  private final Optional<GroupDirectory> unified;

  /// All of them.
  private final GroupDirectory[] directories;

  /// @param budget of files that stay open
  /// @param stalls of files that stay open while the group runs
  GroupPlace(
      KernelReader reader,
      DescriptorBudget budget,
      DescriptorBudget stalls,
      CgroupLayout layout,
      String path) {
    this.reader = reader;
    this.budget = budget;
    this.stalls = stalls;
    this.layout = layout;
    this.path = path;
    layout.v1().forEach((controller, root) -> put(controller, root + path));
    this.unified =
        layout
            .unified()
            .map(root -> root + path)
            .filter(this::exists)
            .map(there -> new GroupDirectory(reader, there));
    this.directories =
        Stream.concat(v1.values().stream(), unified.stream()).toArray(GroupDirectory[]::new);
  }

  private void put(Controller controller, String directory) {
    if (exists(directory)) v1.put(controller, new GroupDirectory(reader, directory));
  }

  private boolean exists(String directory) {
    try {
      return reader.status(directory).inode() != 0;
    } catch (KernelFileException _) {
      return false;
    }
  }

  /// Whether the group has come to a hierarchy since: runtimes make its directories one after the
  /// other.
  boolean isOutdated() {
    boolean more =
        layout.v1().entrySet().stream()
            .anyMatch(root -> !v1.containsKey(root.getKey()) && exists(root.getValue() + path));
    return more
        || (unified.isEmpty() && layout.unified().filter(root -> exists(root + path)).isPresent());
  }

  boolean has(Controller controller) {
    return v1.containsKey(controller);
  }

  boolean isUnified() {
    return unified.isPresent();
  }

  GroupFile v1(Controller controller, String name) {
    GroupDirectory directory = v1.get(controller);
    return directory == null ? none(name) : GroupFile.opened(reader, directory, name);
  }

  GroupFile v1Kept(Controller controller, String name) {
    GroupDirectory directory = v1.get(controller);
    return directory == null ? none(name) : GroupFile.kept(reader, budget, directory, name);
  }

  GroupFile unified(String name) {
    return unified.map(there -> GroupFile.opened(reader, there, name)).orElseGet(() -> none(name));
  }

  GroupFile unifiedKept(String name) {
    return unified
        .map(there -> GroupFile.kept(reader, budget, there, name))
        .orElseGet(() -> none(name));
  }

  /// A file that stays open while the group runs.
  GroupFile unifiedWhileRunning(String name) {
    return unified
        .map(there -> GroupFile.kept(reader, stalls, there, name))
        .orElseGet(() -> none(name));
  }

  GroupFile none(String name) {
    return GroupFile.absent(reader, "this group has no " + name);
  }

  /// Whether every file that is read at each pass stays open, so that none of its directories is
  /// needed then.
  boolean keptAll() {
    return budget.lasted();
  }

  /// No more of it is read for now.
  void rest() {
    for (GroupDirectory directory : directories) directory.rest();
  }

  /// The least limit of the group and those above it, in a hierarchy of v1.
  Section<Limit> least(
      AncestorLimits above,
      Controller controller,
      AncestorLimits.OfGroup group,
      Section<Limit> own) {
    String root = layout.v1().get(controller);
    return root == null ? own : above.least(root, path, group, own);
  }

  /// The same in the unified hierarchy.
  Section<Limit> leastUnified(
      AncestorLimits above, AncestorLimits.OfGroup group, Section<Limit> own) {
    return unified.isPresent()
        ? above.least(layout.unified().orElseThrow(), path, group, own)
        : own;
  }
}
