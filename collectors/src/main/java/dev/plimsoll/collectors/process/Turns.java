package dev.plimsoll.collectors.process;

import java.time.Instant;

/// Which processes a pass reads, and how much of them.
///
/// @param pass its number
/// @param at when it began
record Turns(int pass, Instant at) {
  /// Passes after which `status` and its like are read of a process that may have run, and `io` of
  /// one that is not known to have.
  private static final int SELDOM = 4;

  /// Passes after which a process is read even though it cannot have run.
  private static final int STALE = 16;

  /// Passes after which everything is read that can change at all.
  private static final int RARE = 32;

  boolean seldom(ProcessState state) {
    return state.ranSinceSeldom() && turn(state, SELDOM);
  }

  /// Whether `io` is read though `stat` says what it said: a process may read and write without
  /// ever using a whole tick of CPU time.
  boolean io(ProcessState state) {
    return turn(state, SELDOM);
  }

  boolean stale(ProcessState state) {
    return turn(state, STALE);
  }

  boolean rare(ProcessState state) {
    return turn(state, RARE);
  }

  /// Whether the process was first seen in the last pass. Runtimes and systemd start a process and
  /// then move it, so it may be elsewhere by now.
  boolean second(ProcessState state) {
    return state.firstPass() + 1 == pass;
  }

  /// A zombie can be reaped, and its pid be given to another process, while its cgroup rests; an
  /// orphan gets another parent.
  boolean due(ProcessState state, PidList pids) {
    return state.clock().moved()
        || stale(state)
        || seldom(state)
        || second(state)
        || state.arrived()
        || state.stat().state() == TaskState.ZOMBIE
        || (state.stat().ppid() != 0 && !pids.contains(state.stat().ppid()));
  }

  private boolean turn(ProcessState state, int period) {
    return Integer.remainderUnsigned(pass + state.turn(), period) == 0;
  }
}
