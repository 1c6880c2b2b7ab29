package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `cgroup.stat` of the unified hierarchy's root: `nr_descendants 332`, the number of all groups in
/// it. While it stays the same and no group that we read ended, none was made.
final class DescendantCount implements AutoCloseable {
  private static final List<String> KEYS = List.of("nr_descendants ");

  private final Optional<GroupFile> file;
  private OptionalLong last = OptionalLong.empty();

  DescendantCount(KernelReader reader, DescriptorBudget budget, CgroupLayout layout) {
    file =
        layout
            .unified()
            .map(root -> new GroupDirectory(reader, root))
            .map(root -> GroupFile.kept(reader, budget, root, "cgroup.stat"));
  }

  /// Whether there may be other groups than at the last call.
  boolean changed() {
    OptionalLong before = last;
    last = file.map(DescendantCount::count).orElse(OptionalLong.empty());
    return last.isEmpty() || !last.equals(before);
  }

  private static OptionalLong count(GroupFile stat) {
    try {
      return stat.read(text -> KeyedNumbers.parse(text, KEYS).get(KEYS.getFirst()))
          .present()
          .orElse(OptionalLong.empty());
    } catch (CgroupEndedException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    file.ifPresent(GroupFile::close);
  }
}
