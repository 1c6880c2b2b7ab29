package dev.plimsoll.collectors;

import dev.plimsoll.collectors.kernel.KernelReader;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The threads that ask devices. One worker asks one after the other; when it has not come back
/// from one within a moment, another goes on with the rest: as many threads as sources that hang,
/// and one. They end when nothing is left to ask. Apart from its workers it belongs to one thread.
final class DeviceWorkers implements AutoCloseable {
  /// How long a worker may be with one source before the rest is given to another.
  private static final long MOMENT = 200_000_000;

  private static final long GLANCE = 1_000_000;

  /// More than a file of sysfs holds, which is a page.
  private static final int BUFFER = 1 << 13;

  private final ThreadFactory threads;
  private final Queue<Consumer<KernelReader>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger workers = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();
  private long asked;
  private long seen;
  private long since = System.nanoTime();

  DeviceWorkers() {
    this(Thread.ofPlatform().daemon().name("plimsoll-device-", 0).factory());
  }

  /// @param threads makes the workers
  DeviceWorkers(ThreadFactory threads) {
    this.threads = threads;
  }

  /// Has a question asked, when [#attend()] is called.
  void ask(Consumer<KernelReader> question) {
    asked++;
    waiting.add(question);
  }

  /// Sees to it that somebody asks what waits; to be called time and again.
  void attend() {
    long now = System.nanoTime();
    long count = answered.get();
    if (count != seen) since = now;
    seen = count;
    if (waiting.isEmpty() || (workers.get() > 0 && now - since < MOMENT)) return;
    since = now;
    start();
  }

  /// Waits until everything is answered, or nothing has been for that long.
  void await(Duration patience) {
    long count = -1;
    long began = System.nanoTime();
    while (answered.get() < asked && !Thread.currentThread().isInterrupted()) {
      attend();
      if (answered.get() != count) began = System.nanoTime();
      count = answered.get();
      if (System.nanoTime() - began > patience.toNanos()) return;
      LockSupport.parkNanos(GLANCE);
    }
  }

  /// How many threads are with devices now.
  int busy() {
    return workers.get();
  }

  /// Where no thread can be had now, the next call tries again.
  private void start() {
    workers.incrementAndGet();
    try {
      threads.newThread(this::work).start();
    } catch (RuntimeException | OutOfMemoryError _) {
      workers.decrementAndGet();
    }
  }

  private void work() {
    try {
      KernelReader reader = new KernelReader(BUFFER);
      for (Consumer<KernelReader> next; (next = waiting.poll()) != null; ) {
        next.accept(reader);
        answered.incrementAndGet();
      }
    } finally {
      workers.decrementAndGet();
    }
  }

  /// Asks nothing more. A thread that the kernel does not let go of stays until it does.
  @Override
  public void close() {
    waiting.clear();
  }
}
