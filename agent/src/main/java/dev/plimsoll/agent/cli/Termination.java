package dev.plimsoll.agent.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends the program with status 0 when it is asked to end by SIGTERM or SIGINT, which the virtual
/// machine would answer with 143 or 130, and within a second whatever still hangs.
final class Termination implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 800;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("plimsoll-termination").unstarted(this::end);

  Termination() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Returns when the program is to end.
  void await() throws InterruptedException {
    asked.await();
  }

  /// @return whether the program is to end; false where the patience ended first
  boolean await(Duration patience) throws InterruptedException {
    return asked.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void end() {
    asked.countDown();
    try {
      boolean _ = closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  /// Everything is closed; where nobody asked for the end, the program ends with its own status.
  @Override
  public void close() {
    closed.countDown();
    if (asked.getCount() == 0) return;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The signal came just now: the hook ends the program.
    }
  }
}
