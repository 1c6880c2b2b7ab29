package dev.plimsoll.agent.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Faults of the agent's own in a pass: the next pass goes on.
@Timeout(60)
class SnapshotLoopTest {
  private static final Intervals OFTEN =
      new Intervals(
          Duration.ofMillis(5), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

  private final Semaphore told = new Semaphore(0);

  @Test
  void aListenerThatFailsStopsNeitherTheOthersNorTheSnapshot() throws Exception {
    SnapshotListener failing =
        (last, next) -> {
          throw new IllegalStateException("a fault that the test makes");
        };
    try (SnapshotLoop loop = start(SnapshotLoopTest::reader, failing, (_, _) -> told.release())) {
      told.acquire(2);
      NodeSnapshot first = loop.snapshot().orElseThrow();
      told.drainPermits();
      told.acquire(2);
      assertNotSame(first.fast(), loop.snapshot().orElseThrow().fast());
      PassCounts counts = Objects.requireNonNull(loop.counts().get(Pace.FAST));
      assertEquals(0, counts.done());
      assertTrue(counts.failed() >= 3);
    }
  }

  @Test
  void aReaderThatCannotBeMadeIsMadeLater() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Supplier<NodeReader> readers =
        () -> {
          if (asked.incrementAndGet() < 3) throw new IllegalStateException("not yet");
          return reader();
        };
    try (SnapshotLoop loop = start(readers, (_, _) -> told.release())) {
      told.acquire(3);
      assertEquals(3, asked.get());
      assertEquals(2, Objects.requireNonNull(loop.counts().get(Pace.FAST)).failed());
    }
  }

  private static SnapshotLoop start(Supplier<NodeReader> readers, SnapshotListener... listeners) {
    SnapshotLoop loop = new SnapshotLoop(readers, OFTEN, List.of(listeners));
    loop.start();
    return loop;
  }

  private static NodeReader reader() {
    Roots roots = new Roots("/nowhere", "/nowhere", "/nowhere");
    return new NodeReader(roots, Clock.systemUTC(), Set.of());
  }
}
