package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Tells cheaply whether groups were made or removed in a directory: its number of links is two
/// more than the groups in it. Directories are kept open for that, at most so many; the rest are
/// seen at the next walk. (One `statx` for each, 0.4 µs; inotify would need one of the few
/// instances that a user may have.)
final class WatchedDirectories implements AutoCloseable {
  private record Watch(int fd, long links) {}

  private final KernelReader reader;
  private final DescriptorBudget budget;
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private final Set<String> kept = new HashSet<>();
  private final GroupBirths births = new GroupBirths();
  private boolean complete;

  WatchedDirectories(KernelReader reader, DescriptorBudget budget) {
    this.reader = reader;
    this.budget = budget;
  }

  /// Notes how many groups are in a directory. To be called before they are listed, so that none
  /// can come unseen between.
  void watch(String directory) {
    kept.add(directory);
    Watch before = watches.remove(directory);
    try {
      int fd = before == null ? open(directory) : before.fd();
      if (before == null) births.watch(directory);
      if (fd >= 0) watches.put(directory, new Watch(fd, reader.status(fd, directory).links()));
    } catch (KernelFileException _) {
      if (before != null) close(before);
    }
  }

  private int open(String directory) throws KernelFileException {
    if (!budget.take()) return -1;
    try {
      return reader.open(directory);
    } catch (KernelFileException unreadable) {
      budget.giveBack();
      throw unreadable;
    }
  }

  /// The groups that were made in watched directories since this was asked last. From the second
  /// time on: whoever reads only once does not need it.
  Set<String> born() {
    if (births.hasBegun() || watches.isEmpty()) return births.heard();
    births.begin();
    watches.keySet().forEach(births::watch);
    return Set.of();
  }

  /// Whether every directory that was named the last time is watched.
  boolean complete() {
    return complete;
  }

  /// Forgets the directories that were not named since the last time.
  void sweep() {
    complete = watches.keySet().containsAll(kept);
    watches
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !kept.contains(entry.getKey());
              if (gone) close(entry.getValue());
              return gone;
            });
    kept.clear();
  }

  /// Whether any directory has other groups in it than when it was noted.
  boolean changed() {
    for (Map.Entry<String, Watch> entry : watches.entrySet()) {
      if (links(entry) != entry.getValue().links()) return true;
    }
    return false;
  }

  private long links(Map.Entry<String, Watch> entry) {
    try {
      return reader.status(entry.getValue().fd(), entry.getKey()).links();
    } catch (KernelFileException _) {
      return 0;
    }
  }

  private void close(Watch watch) {
    reader.close(watch.fd());
    budget.giveBack();
  }

  @Override
  public void close() {
    watches.values().forEach(this::close);
    watches.clear();
    births.close();
  }
}
