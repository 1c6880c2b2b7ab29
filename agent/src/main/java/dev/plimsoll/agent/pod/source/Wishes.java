package dev.plimsoll.agent.pod.source;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wishes for a look at pods before its time. They cost those who wish nothing, and come true at
/// most so often: each that turns out to be in vain doubles the wait until the next.
final class Wishes {
  private static final int MOST_DOUBLINGS = 4;

  private final Semaphore wished = new Semaphore(0);
  private final Duration gap;
  private int inVain;
  private boolean isWished;

  /// @param gap the least time between two looks
  Wishes(Duration gap) {
    this.gap = gap;
  }

  /// May be called by any thread.
  void wish() {
    if (wished.availablePermits() == 0) wished.release();
  }

  /// Waits until it is time for the next look, or until a wish may come true.
  ///
  /// @param stretch how many times longer the gap is now
  void await(Duration regular, long stretch) throws InterruptedException {
    Duration least = gap.multipliedBy(stretch << inVain);
    isWished = false;
    wished.drainPermits();
    if (least.compareTo(regular) >= 0) {
      Thread.sleep(regular);
      return;
    }
    Thread.sleep(least);
    isWished = wished.tryAcquire(regular.minus(least).toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Says whether the look that was waited for showed anything new. One that came in its own time
  /// was not in vain.
  void seen(boolean isNew) {
    inVain = isWished && !isNew ? Math.min(inVain + 1, MOST_DOUBLINGS) : 0;
  }
}
