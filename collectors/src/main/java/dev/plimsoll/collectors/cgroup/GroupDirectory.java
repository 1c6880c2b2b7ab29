package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;

/// The directory of one group in one hierarchy. Its path is long, and to walk it is most of what
/// opening a file costs: so where many files are opened one after the other, the directory is
/// opened too, until [#rest()]. Belongs to one thread.
final class GroupDirectory {
  private static final int CLOSED = -1;

  /// Files opened by their whole path before the directory is opened for those to come.
  private static final int FEW = 2;

  private final KernelReader reader;
  private final String path;
  private int opened;
  private int fd = CLOSED;

  GroupDirectory(KernelReader reader, String path) {
    this.reader = reader;
    this.path = path;
  }

  String path() {
    return path;
  }

  /// Opens a file in it; whoever opens it closes it.
  int open(String name) throws KernelFileException {
    if (fd == CLOSED && opened++ < FEW) return reader.open(path + '/' + name);
    if (fd == CLOSED) fd = reader.openPlace(path);
    return reader.openIn(fd, name, path);
  }

  /// No more is opened for now.
  void rest() {
    opened = 0;
    if (fd == CLOSED) return;
    reader.close(fd);
    fd = CLOSED;
  }
}
