package dev.plimsoll.collectors.cgroup;

/// When the counters of each group of a list were last looked at: for rates, which want to know it
/// better than that a pass read the group. The times are monotonic, `System.nanoTime`.
public final class ReadTimes {
  private final long[] nanos;

  /// @param nanos in the order of the groups
  public ReadTimes(long... nanos) {
    this.nanos = nanos.clone();
  }

  /// @param index the group's place in its list
  public long nanos(int index) {
    return nanos[index];
  }
}
