package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;

/// How many file descriptors a process has open. Since Linux 6.2 that is the size of
/// `/proc/<pid>/fd` (`proc_fd_getattr` in `fs/proc/fd.c`); before, its entries are counted, which
/// needs the right to trace the process.
final class OpenFiles {
  /// Counting goes no further: it would take milliseconds for each process.
  static final long MOST_COUNTED = 65_536;

  private final boolean sized;

  OpenFiles(KernelReader reader, Roots roots) {
    sized = sized(reader, roots);
  }

  /// The reader itself has open files, so a size of 0 means that the kernel does not tell.
  private static boolean sized(KernelReader reader, Roots roots) {
    try {
      return reader.status(roots.proc("self/fd")).size() > 0;
    } catch (KernelFileException _) {
      return false;
    }
  }

  long of(PidFiles files, int pid) throws KernelFileException {
    return sized ? files.size(pid, ProcessFile.FD) : files.count(pid, ProcessFile.FD, MOST_COUNTED);
  }
}
