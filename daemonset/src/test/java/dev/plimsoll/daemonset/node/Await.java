package dev.plimsoll.daemonset.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Waits for what is to become so, much longer than it should take.
final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private Await() {}

  /// Until it is so.
  static void until(String what, Callable<Boolean> condition) throws InterruptedException {
    nothingWrong(what, () -> condition.call() ? List.of() : List.of(what));
  }

  /// Until nothing is wrong any more.
  ///
  /// @param look says what is wrong now
  static void nothingWrong(String what, Callable<? extends Iterable<String>> look)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Iterable<String> wrong = call(look);
      if (!wrong.iterator().hasNext()) return;
      if (System.nanoTime() > end) {
        throw new AssertionError(what + ": not in time:\n" + String.join("\n", wrong));
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static <T> T call(Callable<T> look) throws InterruptedException {
    try {
      return look.call();
    } catch (InterruptedException interrupted) {
      throw interrupted;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
