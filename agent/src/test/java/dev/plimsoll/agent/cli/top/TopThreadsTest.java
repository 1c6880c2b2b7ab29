package dev.plimsoll.agent.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.top.TopProgram.Start;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Threads of this process in a listing.
@EnabledOnOs(OS.LINUX)
class TopThreadsTest {
  @Test
  void eachThreadHasALineWithItsOwnNumberAndName() throws Exception {
    int own = (int) ProcessHandle.current().pid();
    CountDownLatch over = new CountDownLatch(1);
    Thread thread = Thread.ofPlatform().name("top-test-thread").start(() -> await(over));
    StringWriter out = new StringWriter();
    TopFilter filter = new TopFilter("", "", "", Set.of(own));
    Start start = new Start(Duration.ofMillis(1), Start.Sort.PID, false, false, true, filter);
    Clock clock = Clock.systemUTC();
    try (TopProgram top =
        new TopProgram(
            new Roots("/proc", "/sys", "/"),
            PodIndex.standAlone(),
            clock,
            ZoneOffset.UTC,
            System::nanoTime)) {
      top.batch(start, OptionalInt.of(1), OptionalInt.empty(), _ -> {}, new PrintWriter(out));
    } finally {
      over.countDown();
      thread.join();
    }
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(1).startsWith("Threads: "), lines.get(1));
    List<String> rows = lines.subList(8, lines.size());
    assertTrue(rows.stream().anyMatch(row -> row.endsWith("top-test-thread")), out::toString);
    assertEquals(
        rows.size(), rows.stream().map(row -> row.strip().split(" ", 2)[0]).distinct().count());
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
