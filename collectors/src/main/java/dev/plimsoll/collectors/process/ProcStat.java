package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// `/proc/<pid>/stat`, for example `8851 (sleep) S 1001 8851 8851 0 -1 4194560 983 0 0 0 1 0 …`
/// (`do_task_stat` in `fs/proc/array.c`; `proc_pid_stat(5)` numbers the fields). Times are in clock
/// ticks ([dev.plimsoll.collectors.proc.AuxiliaryVector]).
///
/// @param comm the name of the first thread: any bytes but NUL, at most 15 of a program's, 63 of a
///   kernel thread's
/// @param ppid the parent; 0 of the first process and of `kthreadd`, and where the parent is
///   outside the pid namespace
/// @param pgrp the process group, `session` the session; 0 where they are outside the pid namespace
/// @param tty device number of the controlling terminal; 0 without one
/// @param ttyPgrp the process group in that terminal's foreground; -1 without one
/// @param flags the `PF_` bits of `include/linux/sched.h`
/// @param minorFaults page faults that needed no disk; `childMinorFaults` those of children that
///   were waited for, and so with the other `child` numbers
/// @param userTicks CPU time in user mode, guest time included
/// @param priority as the scheduler has it: 20 + nice, or below zero for real-time policies
/// @param startTicks when it started, since the machine booted
/// @param virtualBytes the size of its address space
/// @param rssPages resident pages, roughly: since Linux 6.2 each CPU may hold back from each of
///   four counters as many pages as twice the number of CPUs, at least 32, which `status` adds up
///   exactly
/// @param image changes when the process executes another program, as `exec` lays out the address
///   space anew; tells nothing across processes
/// @param processor the CPU it ran on last
/// @param blkioTicks time it waited for block devices; 0 where delay accounting is off
public record ProcStat(
    int pid,
    String comm,
    TaskState state,
    int ppid,
    int pgrp,
    int session,
    int tty,
    int ttyPgrp,
    long flags,
    long minorFaults,
    long childMinorFaults,
    long majorFaults,
    long childMajorFaults,
    long userTicks,
    long systemTicks,
    long childUserTicks,
    long childSystemTicks,
    int priority,
    int nice,
    int threads,
    long startTicks,
    long virtualBytes,
    long rssPages,
    long image,
    int processor,
    int rtPriority,
    int policy,
    long blkioTicks,
    long guestTicks,
    long childGuestTicks)
    implements Vitals {
  private static final long PF_KTHREAD = 0x0020_0000;

  /// Whether it is a thread of the kernel, which has no program, no memory and no arguments.
  public boolean kernelThread() {
    return (flags & PF_KTHREAD) != 0;
  }

  static ProcStat parse(KernelText text) throws MalformedSourceException {
    int pid = text.firstLine().integer();
    if (!text.take("(")) throw text.malformed("no '(' before the name");
    String comm = text.untilLast(')');
    if (!text.hasField()) throw text.malformed("the state is missing");
    TaskState state = TaskState.of(text.peek());
    text.skip();
    return new ProcStat(
        pid,
        comm,
        state,
        text.integer(),
        text.integer(),
        text.integer(),
        text.integer(),
        text.integer(),
        text.unsigned(),
        text.unsigned(),
        text.unsigned(),
        text.unsigned(),
        text.unsigned(),
        text.unsigned(),
        text.unsigned(),
        text.signed(),
        text.signed(),
        text.integer(),
        text.integer(),
        text.integer(),
        afterTimer(text),
        text.unsigned(),
        text.signed(),
        image(text),
        text.integer(),
        text.integer(),
        text.integer(),
        text.unsigned(),
        text.unsigned(),
        text.signed());
  }

  /// Field 21, an interval timer, has been 0 since Linux 2.6.17.
  private static long afterTimer(KernelText text) throws MalformedSourceException {
    text.skipField();
    return text.unsigned();
  }

  /// Fields 25 to 38: of the limit, code, stack, registers, signals and wait channel only the
  /// addresses of code and stack tell something; a reader without the right to them gets 0 or 1.
  private static long image(KernelText text) throws MalformedSourceException {
    text.skipField();
    long image = 31 * text.unsigned() + text.unsigned();
    image = 31 * image + text.unsigned();
    text.skipFields(10);
    return image;
  }
}
