package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.FileFacts;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.TreeCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What several walks begin with: each is counted where it is met first, in the walk that begins
/// there or in one that comes by.
final class Starts {
  /// One walk meets nothing twice.
  static final Starts ONE = new Starts();

  private record Identity(int major, int minor, long inode) {
    static Identity of(FileFacts file) {
      return new Identity(file.mount().major(), file.mount().minor(), file.status().inode());
    }
  }

  private final Map<Identity, Boolean> met = new HashMap<>();

  private Starts() {}

  static Starts of(List<String> paths, Predicate<TreePath> mayLook) {
    Starts starts = new Starts();
    TreeCalls calls = new TreeCalls();
    for (String path : paths) {
      if (!mayLook.test(TreePath.of(path))) continue;
      try {
        FileFacts facts = calls.at(TreeCalls.WORKING_DIRECTORY, TreeCalls.name(path));
        starts.met.put(Identity.of(facts), false);
      } catch (KernelFileException _) {
        // The walk itself meets with the same, and tells it.
      }
    }
    return starts;
  }

  boolean isFirst(FileFacts file) {
    if (met.isEmpty()) return true;
    Boolean before = met.replace(Identity.of(file), true);
    return before == null || !before;
  }
}
