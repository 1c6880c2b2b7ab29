package dev.plimsoll.agent.recent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CpuTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A container of the kernel that runs the test, which works for two seconds and then rests for
/// many: what a scraper sees who comes before and after, and what the last minute shows.
class BurstTest {
  private static final Duration BURST = Duration.ofSeconds(2);
  private static final int RESTS_AS_LONG = 5;

  private final MinuteKeeper keeper = new MinuteKeeper();
  private RealContainer container;
  private NodeReader reader;
  private NodeSnapshot node;

  @BeforeEach
  void begin() throws IOException {
    container = RealContainer.make();
    reader = new NodeReader(new Roots("/proc", "/sys", "/"), Clock.systemUTC(), Set.of());
    node = reader.read();
    keeper.snapshot(node, node);
  }

  @AfterEach
  void end() throws IOException {
    if (reader != null) reader.close();
    if (container != null) container.close();
  }

  @Test
  void theLastMinuteShowsWhatAnAverageDoesNot() throws Exception {
    double before = ranSeconds();
    long began = System.nanoTime();
    Process work = container.start("while :; do :; done");
    long burst = readFor(BURST.toNanos());
    work.destroyForcibly().waitFor();
    readFor(burst * RESTS_AS_LONG);
    double average = (ranSeconds() - before) * 1e9 / (System.nanoTime() - began);
    double peak = minute().peaks().cores().orElseThrow();
    assertTrue(average > 0, "it did not run");
    assertTrue(peak > 2.5 * average, () -> "peak " + peak + ", average " + average);
    assertTrue(minute().cores().few() > 0, "it did not rest");
  }

  /// @return how long it was really, in nanoseconds
  private long readFor(long nanos) throws InterruptedException {
    long began = System.nanoTime();
    while (System.nanoTime() - began < nanos) {
      Thread.sleep(Duration.ofMillis(990));
      NodeSnapshot next = node.with(reader.readFast());
      keeper.snapshot(node, next);
      node = next;
    }
    return System.nanoTime() - began;
  }

  private ContainerMinute minute() {
    return keeper.of(group().owner()).orElseThrow();
  }

  private double ranSeconds() {
    return group().cpu().time().present().map(CpuTime::usageNanos).orElseThrow() / 1e9;
  }

  private Cgroup<CgroupOwner.Container> group() {
    return node.fast().cgroups().section().present().orElseThrow().containers().stream()
        .filter(group -> Path.of(group.path()).endsWith(container.path()))
        .findFirst()
        .orElseThrow();
  }
}
