package dev.plimsoll.collectors.node;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.ClockState;
import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;

/// The clock of the machine, which is asked by a system call. A tree of files that was copied from
/// another machine says nothing of that one's clock.
public final class MachineClock {
  /// `PROC_ROOT_INO` of `include/linux/proc_ns.h`: the root of every procfs.
  private static final long PROC_ROOT = 1;

  private MachineClock() {}

  /// Asks it. Absent where the agent is not permitted to, and where `/proc` is a copy.
  public static Section<ClockState> read(KernelReader reader, Roots roots) {
    try {
      if (reader.status(roots.procfs() + "/.").inode() != PROC_ROOT) {
        return new Section.Absent<>(roots.procfs() + " is a copy of a procfs, without a clock");
      }
      return new Section.Present<>(reader.clockState());
    } catch (KernelFileException unreadable) {
      if (unreadable.errno() == Errno.EPERM || unreadable.errno() == Errno.EACCES) {
        return new Section.Absent<>(unreadable.failure().describe());
      }
      return KernelReader.unreadable(unreadable, Need.REQUIRED);
    }
  }
}
