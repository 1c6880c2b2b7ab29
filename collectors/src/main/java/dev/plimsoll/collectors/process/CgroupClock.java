package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;

/// A cgroup, as the place of processes, and its counter of CPU time, whose file is kept open: where
/// the counter has not moved between two looks, no process in the cgroup has run in between.
final class CgroupClock {
  private static final int NO_FILE = -1;

  private final Section<ProcCgroup> cgroup;
  private final long key;
  private final String path;
  private int fd;
  private long fingerprint;
  private boolean moved = true;
  private boolean ended;
  private int members;

  /// A place without a counter, which always counts as moved, and which is no one else's.
  CgroupClock(Section<ProcCgroup> cgroup) {
    this(cgroup, 0);
  }

  /// A place without a counter.
  ///
  /// @param key by which [CgroupClocks] knows it
  CgroupClock(Section<ProcCgroup> cgroup, long key) {
    this(cgroup, key, NO_FILE, "");
  }

  /// @param fd the counter's file
  CgroupClock(Section<ProcCgroup> cgroup, long key, int fd, String path) {
    this.cgroup = cgroup;
    this.key = key;
    this.fd = fd;
    this.path = path;
  }

  long key() {
    return key;
  }

  Section<ProcCgroup> cgroup() {
    return cgroup;
  }

  /// Looks at the counter. It must come before the processes are read: one that runs after the look
  /// moves the counter for the next look.
  void look(KernelReader reader) {
    if (fd == NO_FILE) return;
    try {
      long now = reader.readRecord(fd, path).fingerprint();
      moved = now != fingerprint;
      fingerprint = now;
    } catch (KernelFileException _) {
      close(reader);
    }
  }

  /// Whether any of its processes may have run between the last two looks.
  boolean moved() {
    return moved;
  }

  /// Whether the cgroup has been removed, so that its processes must be elsewhere.
  boolean ended() {
    return ended;
  }

  boolean open() {
    return fd != NO_FILE;
  }

  void join() {
    members++;
  }

  /// @return whether nobody is left
  boolean leave() {
    return --members == 0;
  }

  /// From now on it counts as moved.
  void close(KernelReader reader) {
    if (fd == NO_FILE) return;
    reader.close(fd);
    fd = NO_FILE;
    moved = true;
    ended = true;
  }
}
