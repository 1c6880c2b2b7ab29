package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.FileFacts;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.TreeCalls;
import dev.plimsoll.collectors.usage.TreeVisitor.Failure;
import java.util.ArrayList;
import java.util.List;

/// Walks a tree of files, each directory after what is in it. However large the tree is, it holds a
/// few dozen directories open, and of each level only what the kernel tells at once: what is far
/// above is closed and opened again from below.
final class TreeWalk {
  /// Directories within each other that are walked.
  static final int DEEPEST = 4096;

  static final int OPEN = 64;

  /// Down to here levels have the long listing, so that all levels together hold at most 25 MB.
  private static final int SHALLOW = 256;

  private static final int LISTING = 1 << 15;
  private static final int DEEP_LISTING = 1 << 11;

  private final TreeCalls calls = new TreeCalls();
  private final TreePath path = new TreePath();
  private final List<Level> levels = new ArrayList<>();
  private final TreeVisitor visitor;
  private final int deepest;

  /// @param deepest directories within each other that are walked
  TreeWalk(TreeVisitor visitor, int deepest) {
    this.visitor = visitor;
    this.deepest = deepest;
  }

  /// Walks what is at a path, of which a last symbolic link is not followed.
  public void walk(String start) {
    byte[] name = TreeCalls.name(start);
    path.enter(name);
    try {
      step(TreeCalls.WORKING_DIRECTORY, name, 0);
      while (!levels.isEmpty() && visitor.goesOn()) next();
    } finally {
      while (!levels.isEmpty()) drop();
      path.back(0);
    }
  }

  /// One step from the deepest level: into a directory of it, on in its listing, or back.
  private void next() {
    Level level = levels.getLast();
    byte[] directory = level.waiting.poll();
    if (directory != null) {
      step(level.fd, directory, path.enter(directory));
    } else if (level.listed) {
      leave(level);
    } else {
      list(level);
    }
  }

  /// @param above the length of the path above it
  private void step(int from, byte[] name, int above) {
    boolean entered = false;
    try {
      if (isSilent()) return;
      FileFacts facts = calls.at(from, name);
      if (facts.isDirectory()) entered = enter(from, name, new Level(facts, above));
      else visitor.file(path, facts);
    } catch (KernelFileException gone) {
      visitor.failed(path, Failure.ACCESS, gone.errno());
    } finally {
      if (!entered) path.back(above);
    }
  }

  private boolean isSilent() {
    if (visitor.mayLook(path)) return false;
    visitor.failed(path, Failure.SILENT, Errno.ETIMEDOUT);
    return true;
  }

  private boolean enter(int from, byte[] name, Level level) {
    if (!visitor.enter(path, level.facts)) return false;
    levels.add(level);
    if (levels.size() > deepest) return endsHere(level, Failure.DEPTH, Errno.OTHER);
    try {
      level.fd = calls.open(from, name);
      if (!calls.of(level.fd).isSameFile(level.facts)) {
        return endsHere(level, Failure.READ, Errno.ENOENT);
      }
      closeFarthest();
    } catch (KernelFileException closed) {
      return endsHere(level, Failure.READ, closed.errno());
    }
    return true;
  }

  private boolean endsHere(Level level, Failure failure, Errno errno) {
    visitor.failed(path, failure, errno);
    level.waiting.clear();
    level.listed = true;
    return true;
  }

  private void closeFarthest() {
    int farthest = levels.size() - 1 - OPEN;
    if (farthest >= 0) close(levels.get(farthest));
  }

  private void list(Level level) {
    try {
      int room = levels.size() <= SHALLOW ? LISTING : DEEP_LISTING;
      level.rest = calls.entries(level.fd, room, (name, dir) -> entry(level, name, dir));
      level.listed = level.rest == TreeCalls.END;
    } catch (KernelFileException unreadable) {
      endsHere(level, Failure.READ, unreadable.errno());
    }
  }

  /// Directories wait until the kernel's list is through, so that one list is held at a time.
  private void entry(Level level, byte[] name, boolean directory) {
    if (directory) {
      level.waiting.add(name);
      return;
    }
    int above = path.enter(name);
    try {
      if (isSilent()) return;
      FileFacts facts = calls.at(level.fd, name);
      if (facts.isDirectory()) level.waiting.add(name);
      else visitor.file(path, facts);
    } catch (KernelFileException gone) {
      visitor.failed(path, Failure.ACCESS, gone.errno());
    } finally {
      path.back(above);
    }
  }

  private void leave(Level level) {
    reopenParent(level);
    visitor.leave(path);
    drop();
  }

  /// The level above was closed when this one had many below it: back by the way that is left.
  private void reopenParent(Level level) {
    if (levels.size() < 2) return;
    Level parent = levels.get(levels.size() - 2);
    if (parent.fd != Level.CLOSED) return;
    int here = path.length();
    path.back(level.above);
    try {
      if (level.fd == Level.CLOSED) throw new KernelFileException("..", Errno.ENOENT);
      reopen(parent, level.fd);
    } catch (KernelFileException lost) {
      endsHere(parent, Failure.READ, lost.errno());
    }
    path.back(here);
  }

  private void reopen(Level parent, int below) throws KernelFileException {
    parent.fd = calls.openParent(below);
    if (!calls.of(parent.fd).isSameFile(parent.facts)) {
      close(parent);
      throw new KernelFileException("..", Errno.ENOENT);
    }
    if (!parent.listed) calls.seek(parent.fd, parent.rest);
  }

  private void drop() {
    Level level = levels.removeLast();
    close(level);
    path.back(level.above);
  }

  private void close(Level level) {
    if (level.fd == Level.CLOSED) return;
    calls.close(level.fd);
    level.fd = Level.CLOSED;
  }
}
