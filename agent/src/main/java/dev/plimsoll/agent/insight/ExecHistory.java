package dev.plimsoll.agent.insight;

import java.util.HashSet;
import java.util.Set;

/// Which sessions were brought into containers from outside, as far as a process of theirs was
/// there at the last table: no more than there are processes. The kernel gives the number of a
/// session to no other as long as any process is in it. Belongs to the thread that reads.
final class ExecHistory {
  private Set<Integer> before = Set.of();
  private Set<Integer> now = new HashSet<>();

  /// Begins a table.
  void begin() {
    before = now;
    now = new HashSet<>();
  }

  /// Whether the session was noted at the table before.
  boolean knew(int session) {
    return before.contains(session);
  }

  /// A process of that session was brought from outside, or descends from one that was.
  void note(int session) {
    if (session != 0) now.add(session);
  }
}
