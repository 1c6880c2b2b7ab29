package dev.plimsoll.collectors.mount;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// The threads that ask mounts. One worker asks one mount after the other; when it has not come
/// back from one within a moment, another worker goes on with the rest, and so on: as many threads
/// as mounts that hang, and one. They end when nothing is left to ask, or when the kernel at last
/// lets go of them.
final class SizeWorkers {
  /// Mounts that may hang at a time; beyond that the rest is not asked until one comes back.
  static final int MOST = 64;

  /// How long a worker may be with one mount before the rest is given to another.
  private static final long MOMENT = 20_000_000;

  private static final long STACK_BYTES = 256 << 10;

  private final ThreadFactory watchers;
  private final ThreadFactory threads;
  private final Queue<SizeQuestion> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicInteger workers = new AtomicInteger();
  private final AtomicBoolean watched = new AtomicBoolean();

  SizeWorkers() {
    this(
        Thread.ofPlatform().daemon().name("plimsoll-mounts").factory(),
        Thread.ofPlatform().daemon().stackSize(STACK_BYTES).name("plimsoll-mount-", 0).factory());
  }

  /// @param watchers makes the thread that decides whether another worker is needed
  /// @param threads makes the workers
  SizeWorkers(ThreadFactory watchers, ThreadFactory threads) {
    this.watchers = watchers;
    this.threads = threads;
  }

  /// Asks them in this order, in other threads.
  void ask(Collection<SizeQuestion> questions) {
    waiting.addAll(questions);
    watch();
  }

  /// How many threads are with mounts now.
  int busy() {
    return workers.get();
  }

  /// Where no thread can be had now, the next call of [#ask] tries again with what waits.
  private void watch() {
    if (waiting.isEmpty() || !watched.compareAndSet(false, true)) return;
    try {
      watchers.newThread(this::watchAndLeave).start();
    } catch (RuntimeException | OutOfMemoryError _) {
      watched.set(false);
    }
  }

  /// What is put into the queue while the watch ends is seen by one side or the other.
  private void watchAndLeave() {
    boolean started = true;
    while (started && !waiting.isEmpty() && workers.get() < MOST) started = watchOnce();
    watched.set(false);
    if (started && workers.get() < MOST) watch();
  }

  private boolean watchOnce() {
    if (!startWorker()) return false;
    boolean answering = true;
    while (answering && !waiting.isEmpty()) {
      long before = answered.get();
      LockSupport.parkNanos(MOMENT);
      answering = answered.get() > before;
    }
    return true;
  }

  private boolean startWorker() {
    workers.incrementAndGet();
    try {
      threads.newThread(this::work).start();
      return true;
    } catch (RuntimeException | OutOfMemoryError _) {
      workers.decrementAndGet();
      return false;
    }
  }

  private void work() {
    try {
      for (SizeQuestion next; (next = waiting.poll()) != null; ) {
        next.make();
        answered.incrementAndGet();
      }
    } finally {
      workers.decrementAndGet();
    }
  }
}
