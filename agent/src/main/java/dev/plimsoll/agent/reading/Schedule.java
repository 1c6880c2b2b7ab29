package dev.plimsoll.agent.reading;

import java.util.EnumMap;
import java.util.Map;

/// When which pass is due. Times are monotonic nanoseconds, which may be negative and wrap.
///
/// Every pass keeps its beat: it is due at whole multiples of its interval after the start, however
/// long passes take. A beat that has gone by before its pass could begin is left out.
final class Schedule {
  private final Intervals intervals;
  private final Map<Pace, Long> due = new EnumMap<>(Pace.class);

  /// @param start when everything was read for the first time
  Schedule(Intervals intervals, long start) {
    this.intervals = intervals;
    for (Pace pace : Pace.values()) due.put(pace, start + intervals.of(pace).toNanos());
  }

  /// What is due first; of those due together the quicker one.
  Pace first() {
    Pace first = Pace.FAST;
    for (Pace pace : Pace.values()) {
      if (dueAt(pace) - dueAt(first) < 0) first = pace;
    }
    return first;
  }

  long dueAt(Pace pace) {
    return due.getOrDefault(pace, 0L);
  }

  /// Notes that the pass begins now, and plans the next one.
  ///
  /// @return how many of its beats had gone by without it
  long begin(Pace pace, long now) {
    long interval = intervals.of(pace).toNanos();
    long skipped = Math.max(0, now - dueAt(pace)) / interval;
    due.put(pace, dueAt(pace) + (skipped + 1) * interval);
    return skipped;
  }
}
