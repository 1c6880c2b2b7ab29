package dev.plimsoll.agent.group;

import java.util.List;
import java.util.Map;

/// What the threads of a group's processes do; of processes with a single thread only where that
/// waits.
///
/// @param named the threads by their names
/// @param states how they are, one by one, in which a process with several threads has its first
///   too
/// @param waits how many threads wait in each function of the kernel; the first thread of a process
///   that has several counts for the process once more
public record GroupThreads(List<Named> named, GroupState states, Map<String, Integer> waits) {
  static final GroupThreads NONE = new GroupThreads(List.of(), GroupState.EMPTY, Map.of());

  public GroupThreads {
    named = List.copyOf(named);
    waits = Map.copyOf(waits);
  }

  /// Threads of one name.
  ///
  /// @param counts what they did since the first pass that saw each of them
  public record Named(SeriesLabels labels, int threads, Counts counts) {}
}
