package dev.plimsoll.collectors.cgroup;

/// How many containers came and went since the reader began; sandboxes, and containers of no pod
/// too.
///
/// @param started those that were not there at the first pass
/// @param ended those that were read at least once
/// @param missed those that ended before they could be read, of which nothing is reported but in
///   the sums of their pods; those that came and went between two passes too, where the kernel
///   tells of them (inotify)
public record ContainerTurnover(long started, long ended, long missed) {
  static ContainerTurnover none() {
    return new ContainerTurnover(0, 0, 0);
  }

  ContainerTurnover withStarted(long more) {
    return new ContainerTurnover(started + more, ended, missed);
  }

  /// Of containers that came and went between two passes.
  ContainerTurnover withUnseen(long more) {
    return new ContainerTurnover(started + more, ended, missed + more);
  }

  /// @param read whether it was ever read
  ContainerTurnover withEnded(boolean read) {
    return read
        ? new ContainerTurnover(started, ended + 1, missed)
        : new ContainerTurnover(started, ended, missed + 1);
  }
}
