package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// What a CPU, or all of them together, spent its time on since boot, in clock ticks: one `cpu`
/// line of `/proc/stat`. [AuxiliaryVector] has the length of a tick.
///
/// The kernel reckons `idle` and `ioWait` of a tickless CPU from a clock that it corrects when the
/// CPU wakes or goes offline, so these two may jump back a little: [SteadyIdle] holds them.
///
/// @param user running programs, guests included
/// @param nice the same for programs with a lowered priority, their guests included
/// @param system running the kernel for a program
/// @param idle with nothing to do
/// @param ioWait idle while a task of this CPU waited for a disk
/// @param irq serving interrupts
/// @param softIrq serving their deferred part
/// @param steal wanting to run while the hypervisor ran another machine
/// @param guest running virtual machines; already in `user`
/// @param guestNice running virtual machines with a lowered priority; already in `nice`
public record CpuTicks(
    long user,
    long nice,
    long system,
    long idle,
    long ioWait,
    long irq,
    long softIrq,
    long steal,
    long guest,
    long guestNice) {

  /// The same with other idle times.
  CpuTicks withIdle(long newIdle, long newIoWait) {
    return new CpuTicks(
        user, nice, system, newIdle, newIoWait, irq, softIrq, steal, guest, guestNice);
  }

  /// The ten numbers of a line, from the cursor on.
  static CpuTicks parse(KernelText line) throws MalformedSourceException {
    return new CpuTicks(
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned());
  }
}
