package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.metrics.NamedProcessMetrics;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.Demand;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The threads on `/metrics/process` beside those of the real process-exporter.
@Timeout(120)
final class ProcessExporterThreadsTest {
  private static final String GROUP = "pm-threads";
  private static final String OWN = "groupname=\"" + GROUP + "\"";
  private static final String THREAD = "threadname=\"" + ThreadedWorker.THREAD + "\"";

  private static final int MOST_DIFFERENCES = 20;

  private final NodeReader reader =
      new NodeReader(
          new Roots("/proc", "/sys", "/"),
          Clock.systemUTC(),
          Set.of(),
          new KernelSizeCall(),
          new Demand(() -> true, _ -> false));
  private final GroupKeeper keeper =
      new GroupKeeper(
          new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString),
          PodIndex::standAlone);
  private NodeSnapshot node = reader.read();
  private final RealProcessExporter exporter;
  private final Process worker;

  ProcessExporterThreadsTest(@TempDir Path folder) throws IOException, InterruptedException {
    pass();
    exporter = new RealProcessExporter(folder);
    worker = ThreadedWorker.start(folder, GROUP);
    assertEquals("ready", line());
  }

  @AfterEach
  void end() throws IOException {
    worker.destroyForcibly().onExit().join();
    exporter.close();
    reader.close();
  }

  private String line() throws IOException {
    return worker.inputReader(StandardCharsets.UTF_8).readLine();
  }

  @Test
  void threadsOfANameDoTheSame() throws IOException, InterruptedException {
    waitForTheFirstLook();
    worker.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
    assertEquals("done", line());
    Predicate<String> threads = key -> key.contains(OWN) && key.contains(THREAD);
    Map<String, Double> ours = agreed(threads);
    assertEquals(9, ours.size(), ours.toString());
    assertEquals(2, ours.get("namedprocess_namegroup_thread_count{" + OWN + "," + THREAD + "}"));
    String cpu = "namedprocess_namegroup_thread_cpu_seconds_total{" + OWN + ",mode=\"user\",";
    assertTrue(ours.getOrDefault(cpu + THREAD + "}", 0.0) > 0, ours.toString());
  }

  @Test
  void statesAndWaitsOfAllThreads() throws IOException, InterruptedException {
    Predicate<String> gauges =
        key -> key.contains(OWN) && (key.contains("_states{") || key.contains("_wchan{"));
    Map<String, Double> ours = agreed(gauges);
    double states = ours.values().stream().mapToDouble(Double::doubleValue).sum();
    assertTrue(states > 2 * 4, ours.toString());
  }

  /// The threads that are to be compared wait when both look for the first time: who looks first
  /// must not count what the other does not.
  private void waitForTheFirstLook() throws IOException, InterruptedException {
    Predicate<String> threads = key -> key.contains(OWN) && key.contains("_thread_count{");
    agreed(threads);
  }

  /// Looks until nothing moves between two looks of ours, and one of theirs between them sees the
  /// same. A thread may wake up for a moment that only one look sees, so a difference counts when
  /// it stays.
  private Map<String, Double> agreed(Predicate<String> keys)
      throws IOException, InterruptedException {
    for (int differences = 0; true; ) {
      Map<String, Double> before = filter(pass(), keys);
      Map<String, Double> theirs = filter(Page.parse(exporter.scrape()), keys);
      if (before.isEmpty() || !before.equals(filter(pass(), keys))) continue;
      if (before.equals(theirs)) return before;
      if (++differences == MOST_DIFFERENCES) assertEquals(theirs, before);
    }
  }

  private static Map<String, Double> filter(Page page, Predicate<String> keys) {
    Map<String, Double> found = new TreeMap<>(page.series());
    found.keySet().removeIf(keys.negate());
    return found;
  }

  private Page pass() {
    NodeSnapshot last = node;
    node = last.with(reader.readProcesses());
    keeper.snapshot(last, node);
    try {
      return Page.parse(
          new Exposition(100_000, new DroppedSeries())
              .page(null, Set.of(), sink -> NamedProcessMetrics.write(keeper.groups(), sink))
              .body()
              .toString(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
