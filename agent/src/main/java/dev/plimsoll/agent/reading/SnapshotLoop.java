package dev.plimsoll.agent.reading;

import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that reads the kernel, at four paces, and replaces the snapshot.
public final class SnapshotLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoop.class);

  /// Most passes take less, and the program is to end within a second.
  private static final long PATIENCE_MILLIS = 400;

  private final Supplier<NodeReader> readers;
  private final Intervals intervals;
  private final List<SnapshotListener> listeners;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Map<Pace, PassCounts> counts = new EnumMap<>(Pace.class);
  private volatile @Nullable NodeSnapshot snapshot;

  /// Belongs to the thread, which made it.
  private @Nullable NodeReader reader;

  /// @param readers makes the reader, on the thread that it will belong to
  /// @param listeners told of each snapshot, in this order
  public SnapshotLoop(
      Supplier<NodeReader> readers, Intervals intervals, List<SnapshotListener> listeners) {
    this.readers = readers;
    this.intervals = intervals;
    this.listeners = List.copyOf(listeners);
    for (Pace pace : Pace.values()) counts.put(pace, new PassCounts());
    thread = Thread.ofPlatform().name("plimsoll-reader").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// The newest snapshot; empty until everything has been read once.
  public Optional<NodeSnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /// Whether the reader still lives. It does until it is closed, unless the virtual machine failed.
  public boolean isAlive() {
    return thread.isAlive();
  }

  public Map<Pace, PassCounts> counts() {
    return Map.copyOf(counts);
  }

  private void run() {
    Schedule schedule = new Schedule(intervals, System.nanoTime());
    try {
      pass(Pace.FAST);
      for (Pace pace = schedule.first(); awaitDue(schedule.dueAt(pace)); pace = schedule.first()) {
        counts(pace).countSkipped(schedule.begin(pace, System.nanoTime()));
        pass(pace);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      NodeReader made = reader;
      if (made != null) made.close();
    }
  }

  private boolean awaitDue(long due) throws InterruptedException {
    return !stop.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void pass(Pace pace) {
    long began = System.nanoTime();
    try {
      NodeSnapshot last = snapshot;
      NodeSnapshot next = last == null ? reader().read() : read(pace, reader(), last);
      boolean told = tell(pace, last == null ? next : last, next);
      snapshot = next;
      if (told) counts(pace).countDone(System.nanoTime() - began);
      else counts(pace).countFailed();
    } catch (RuntimeException fault) {
      counts(pace).countFailed();
      LOG.error("a {} pass failed; the next one goes on", pace.label(), fault);
    }
  }

  /// Made by the first pass; by a later one where that could not.
  private NodeReader reader() {
    NodeReader made = reader == null ? readers.get() : reader;
    reader = made;
    return made;
  }

  /// A fault in one listener is hidden from the others and from those that show the snapshot.
  ///
  /// @return whether all of them took it
  private boolean tell(Pace pace, NodeSnapshot last, NodeSnapshot next) {
    boolean told = true;
    for (SnapshotListener listener : listeners) {
      try {
        listener.snapshot(last, next);
      } catch (RuntimeException fault) {
        told = false;
        String name = listener.getClass().getSimpleName();
        LOG.error("{} failed in a {} pass; the next one goes on", name, pace.label(), fault);
      }
    }
    return told;
  }

  /// What other threads have found out about devices since comes with each pass.
  private static NodeSnapshot read(Pace pace, NodeReader reader, NodeSnapshot last) {
    NodeSnapshot next =
        switch (pace) {
          case FAST -> last.with(reader.readFast());
          case COUNTERS -> last.with(reader.readCounters());
          case PROCESS -> last.with(reader.readProcesses());
          case SLOW -> last.with(reader.readSlow());
        };
    askDevices(pace, reader);
    return next.with(reader.devices());
  }

  private static void askDevices(Pace pace, NodeReader reader) {
    switch (pace) {
      case FAST, COUNTERS -> {}
      case PROCESS -> reader.askLinks();
      case SLOW -> reader.askDevices();
    }
  }

  private PassCounts counts(Pace pace) {
    return counts.getOrDefault(pace, new PassCounts());
  }

  /// Ends the thread after the pass that it is in, and waits for that a while: a pass that hangs is
  /// left alone.
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
