package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Command lines of some processes, read on a thread of their own: the kernel makes the reader wait
/// for as long as a process changes its memory map, which may be for ever.
final class CmdlineBatch implements Runnable {
  private static final int NOT_BEGUN = -1;

  private final Roots roots;
  private final int[] pids;
  private final AtomicReferenceArray<Section<ProcCmdline>> answers;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int at = NOT_BEGUN;
  private volatile boolean abandoned;

  CmdlineBatch(Roots roots, int[] pids) {
    this.roots = roots;
    this.pids = pids;
    this.answers = new AtomicReferenceArray<>(pids.length);
  }

  @Override
  public void run() {
    try {
      PidFiles files = new PidFiles(new KernelReader(2 * ProcCmdline.MOST_BYTES), roots.procfs());
      files.open();
      try {
        read(files);
      } finally {
        files.close();
      }
    } catch (KernelFileException unreadable) {
      refused(unreadable);
    } finally {
      ended.countDown();
    }
  }

  private void read(PidFiles files) {
    for (int index = 0; index < pids.length && !abandoned; index++) {
      at = index;
      answers.set(index, read(files, pids[index]));
    }
  }

  /// Where `/proc` itself cannot be opened, that is the answer of every process.
  private void refused(KernelFileException unreadable) {
    for (int index = 0; index < pids.length; index++) {
      answers.set(index, new Section.Failed<>(unreadable.failure()));
    }
  }

  private static Section<ProcCmdline> read(PidFiles files, int pid) {
    try {
      return new Section.Present<>(
          ProcCmdline.parse(files.start(pid, ProcessFile.CMDLINE, ProcCmdline.MOST_BYTES + 1)));
    } catch (KernelFileException unreadable) {
      return new Section.Failed<>(unreadable.failure());
    }
  }

  /// Waits until all is read, or one process has not answered for `patience`: that one is waited
  /// for alone, and what follows it is not read.
  ///
  /// @return how many are over; one of them without an answer was lost to a fault
  int await(long patienceNanos) {
    try {
      int seen;
      do {
        seen = at;
        if (ended.await(patienceNanos, TimeUnit.NANOSECONDS)) return pids.length;
      } while (seen != at || seen == NOT_BEGUN);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    abandoned = true;
    return Math.max(0, at);
  }

  boolean ended() {
    return ended.getCount() == 0;
  }

  /// What the process at a place of the batch answered; empty where it has not.
  Optional<Section<ProcCmdline>> answer(int index) {
    return Optional.ofNullable(answers.get(index));
  }
}
