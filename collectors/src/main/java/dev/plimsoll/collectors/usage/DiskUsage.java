package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.FileFacts;
import dev.plimsoll.collectors.kernel.FileStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Adds up what trees of files take, as `du` does: a file with several names counts once, and so
/// does what is in several of the trees. For one use, by one thread.
public final class DiskUsage {
  private static final int BLOCK = 512;

  private final Scope scope;
  private final Report report;
  private final HardLinks links;
  private final TreeWalk walk;
  private final Deque<Usage> sums = new ArrayDeque<>();
  private Optional<FileFacts> start = Optional.empty();
  private Starts starts = Starts.ONE;
  private boolean linksFull;

  /// What is looked at.
  ///
  /// @param oneMount whether other mounts and other devices are left out
  /// @param everyName whether a file with several names counts for each of them
  /// @param mayLook says of a path whether it may be looked at, which may take for ever
  public record Scope(boolean oneMount, boolean everyName, Predicate<TreePath> mayLook) {}

  /// Who is told, in the order of the walk. Paths change after the call.
  public interface Report {
    /// A file or directory and what it takes, all of it included.
    ///
    /// @param depth 0 for what the walk began with
    void counted(TreePath path, int depth, boolean directory, Usage usage);

    void failed(TreePath path, TreeVisitor.Failure failure, Errno errno);

    /// That from now on a file with several names counts once for each of them: there are too many
    /// to remember.
    ///
    /// @param most how many are remembered
    void linksFull(int most);

    /// Whether somebody still wants to know.
    boolean goesOn();
  }

  public DiskUsage(Scope scope, Report report) {
    this(scope, report, new Bounds(HardLinks.MOST, TreeWalk.DEEPEST));
  }

  /// How much is held at a time.
  ///
  /// @param links files with several names that are remembered
  /// @param levels directories within each other that are walked
  record Bounds(int links, int levels) {}

  DiskUsage(Scope scope, Report report, Bounds bounds) {
    this.scope = scope;
    this.report = report;
    links = new HardLinks(bounds.links());
    walk = new TreeWalk(new Adder(), bounds.levels());
  }

  /// Walks all of these.
  ///
  /// @return what they take together
  public Usage of(List<String> paths) {
    if (paths.size() > 1 && !scope.everyName()) starts = Starts.of(paths, scope.mayLook());
    sums.push(Usage.NONE);
    for (String path : paths) {
      start = Optional.empty();
      walk.walk(path);
      while (sums.size() > 1) add(sums.pop());
    }
    return sums.pop();
  }

  private void add(Usage usage) {
    sums.push(sums.pop().plus(usage));
  }

  private static Usage own(FileStatus file) {
    return new Usage(file.blocks() * BLOCK, Math.max(0, file.size()), 1);
  }

  /// What a walk comes by.
  private final class Adder implements TreeVisitor {
    @Override
    public boolean mayLook(TreePath path) {
      return scope.mayLook().test(path);
    }

    @Override
    public boolean enter(TreePath path, FileFacts directory) {
      if (!counts(directory)) return false;
      sums.push(own(directory.status()));
      return true;
    }

    @Override
    public void file(TreePath path, FileFacts file) {
      if (!counts(file) || isKnown(file)) return;
      Usage usage = own(file.status());
      report.counted(path, sums.size() - 1, false, usage);
      add(usage);
    }

    @Override
    public void leave(TreePath path) {
      Usage usage = sums.pop();
      report.counted(path, sums.size() - 1, true, usage);
      add(usage);
    }

    private boolean counts(FileFacts file) {
      if (start.isEmpty()) start = Optional.of(file);
      boolean other = scope.oneMount() && !file.isSameMount(start.get());
      return !other && starts.isFirst(file);
    }

    private boolean isKnown(FileFacts file) {
      if (scope.everyName() || file.status().links() < 2) return false;
      return switch (links.add(file)) {
        case NEW -> false;
        case KNOWN -> true;
        case FULL -> {
          if (!linksFull) report.linksFull(links.most());
          linksFull = true;
          yield false;
        }
      };
    }

    @Override
    public void failed(TreePath path, Failure failure, Errno errno) {
      report.failed(path, failure, errno);
    }

    @Override
    public boolean goesOn() {
      return report.goesOn();
    }
  }
}
