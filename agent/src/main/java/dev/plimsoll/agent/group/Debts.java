package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.process.ProcIo;
import dev.plimsoll.collectors.process.ProcStat;
import org.jspecify.annotations.Nullable;

/// What ended children of a process had done when they were last seen. When a parent waits for a
/// child, the kernel adds all that the child did to the parent's `io` and to the `child` fields of
/// its `stat`. What was counted as the child's must not be counted again as the parent's.
///
/// The parent's files may have been read before it waited and the child's directory after, so what
/// is not found in one pass is looked for in the next, and then given up: a parent that ignores
/// SIGCHLD never gets it.
final class Debts {
  private @Nullable Counts fresh;
  private @Nullable Counts old;

  /// A child ended.
  void add(Member child) {
    Counts sum = fresh == null ? new Counts() : fresh;
    fresh = sum;
    ProcStat stat = child.entry.stat();
    raise(sum, Count.USER_TICKS, stat.userTicks() + stat.childUserTicks());
    raise(sum, Count.SYSTEM_TICKS, stat.systemTicks() + stat.childSystemTicks());
    raise(sum, Count.MINOR_FAULTS, stat.minorFaults() + stat.childMinorFaults());
    raise(sum, Count.MAJOR_FAULTS, stat.majorFaults() + stat.childMajorFaults());
    ProcIo io = child.io;
    if (io == null) return;
    raise(sum, Count.READ_BYTES, io.readBytes());
    raise(sum, Count.WRITE_BYTES, io.writeBytes());
  }

  private static void raise(Counts sum, Count count, long by) {
    sum.set(count, sum.get(count) + by);
  }

  boolean isEmpty() {
    return fresh == null && old == null;
  }

  /// Takes off what was counted before.
  ///
  /// @param own what the process did itself; its I/O holds that of children it waited for
  /// @param children what children that it waited for did
  void settle(Counts own, Counts children) {
    if (isEmpty()) return;
    // No process ends without a page fault, so these tell whether a child was waited for.
    boolean waited = children.get(Count.MINOR_FAULTS) > 0;
    if (old != null && waited) settle(old, own, children);
    if (fresh != null && waited) settle(fresh, own, children);
    old = fresh;
    fresh = null;
  }

  private static void settle(Counts debt, Counts own, Counts children) {
    children.settle(debt, Count.USER_TICKS);
    children.settle(debt, Count.SYSTEM_TICKS);
    children.settle(debt, Count.MINOR_FAULTS);
    children.settle(debt, Count.MAJOR_FAULTS);
    own.settle(debt, Count.READ_BYTES);
    own.settle(debt, Count.WRITE_BYTES);
  }
}
