package dev.plimsoll.agent.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The memory that pages may take while clients take them.
final class PageMemory {
  private static final int UNIT = 1024;

  private final int most;
  private final Semaphore free;

  /// @param bytes of all pages together; a larger one is let in alone
  PageMemory(long bytes) {
    most = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
    free = new Semaphore(most, true);
  }

  /// Whether the page may stay, after waiting a moment for others to go.
  boolean hold(int bytes, long patienceMillis) throws InterruptedException {
    return free.tryAcquire(units(bytes), patienceMillis, TimeUnit.MILLISECONDS);
  }

  /// To be called once for each page that was held.
  void release(int bytes) {
    free.release(units(bytes));
  }

  private int units(int bytes) {
    return Math.min(most, bytes / UNIT + 1);
  }
}
