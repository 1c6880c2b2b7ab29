package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.process.ProcIo;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import org.jspecify.annotations.Nullable;

/// What a process did between two passes. One object serves for all processes of a pass.
///
/// Of a process that was there before we were, the work before its first pass does not count: it
/// would be a leap after each start of the agent. Of one that started since, all of it counts.
final class Growth {
  final Counts own = new Counts();

  /// What children did that the process waited for: the only trace of those too short-lived for any
  /// pass to see.
  final Counts children = new Counts();

  private final Counts before = new Counts();

  /// Measures a process by itself.
  void measure(Member member) {
    own.clear();
    if (member.isIdle()) return;
    total(member.entry.stat(), member.io, member.status, own);
    before.clear();
    ProcessEntry entry = member.entryBefore;
    if (entry != null) total(entry.stat(), member.ioBefore, member.statusBefore, before);
    own.subtract(before, member.fromBirth);
  }

  /// Measures its children, and takes off what was counted as theirs while they lived.
  void measureChildren(Member member) {
    children.clear();
    if (member.isIdle()) return;
    childTotal(member.entry.stat(), children);
    before.clear();
    ProcessEntry entry = member.entryBefore;
    if (entry != null) childTotal(entry.stat(), before);
    children.subtract(before, member.fromBirth);
    member.debts.settle(own, children);
  }

  static void total(
      ProcStat stat, @Nullable ProcIo io, @Nullable ProcStatus status, Counts counts) {
    counts.set(Count.USER_TICKS, stat.userTicks());
    counts.set(Count.SYSTEM_TICKS, stat.systemTicks());
    counts.set(Count.MINOR_FAULTS, stat.minorFaults());
    counts.set(Count.MAJOR_FAULTS, stat.majorFaults());
    if (io != null) {
      counts.set(Count.READ_BYTES, io.readBytes());
      counts.set(Count.WRITE_BYTES, io.writeBytes());
    }
    if (status != null) {
      counts.set(Count.VOLUNTARY_SWITCHES, status.voluntarySwitches());
      counts.set(Count.NONVOLUNTARY_SWITCHES, status.nonvoluntarySwitches());
    }
  }

  private static void childTotal(ProcStat stat, Counts counts) {
    counts.set(Count.USER_TICKS, stat.childUserTicks());
    counts.set(Count.SYSTEM_TICKS, stat.childSystemTicks());
    counts.set(Count.MINOR_FAULTS, stat.childMinorFaults());
    counts.set(Count.MAJOR_FAULTS, stat.childMajorFaults());
  }
}
