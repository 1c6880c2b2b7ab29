package dev.plimsoll.agent;

import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that reads the kernel, at its intervals, and replaces the snapshot.
final class SnapshotLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoop.class);

  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicReference<NodeSnapshot> snapshot;
  private final Duration fast;

  /// Reads everything once before it returns, so that there always is a snapshot.
  SnapshotLoop(Supplier<NodeReader> reader, Duration fast) {
    NodeReader first = reader.get();
    this.snapshot = new AtomicReference<>(first.read());
    this.fast = fast;
    this.thread = Thread.ofPlatform().name("plimsoll-reader").daemon().unstarted(() -> run(first));
  }

  void start() {
    thread.start();
  }

  NodeSnapshot snapshot() {
    return snapshot.get();
  }

  private void run(NodeReader reader) {
    try {
      while (!stop.await(fast.toNanos(), TimeUnit.NANOSECONDS)) pass(reader);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(NodeReader reader) {
    NodeSnapshot last = snapshot.get();
    try {
      snapshot.set(new NodeSnapshot(reader.readFast(), last.processes(), last.slow()));
    } catch (RuntimeException fault) {
      LOG.error("a pass failed; the next one goes on", fault);
    }
  }

  @Override
  public void close() {
    stop.countDown();
  }
}
