package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.Settled;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `/metrics/process` beside the real process-exporter, which looks at the same processes between
/// two of our passes.
///
/// What differs, and why:
/// - it reads `smaps_rollup`, which stops big processes: the `proportional` kinds of memory;
/// - what it takes for an error (a kernel thread without `smaps`) is its own.
final class ProcessExporterTest {
  private static final String PREFIX = "namedprocess_";

  private final Path folder;
  private final List<Process> workers = new ArrayList<>();
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
  private NodeSnapshot node;
  private final RealProcessExporter exporter;

  /// Both look for the first time.
  ProcessExporterTest(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    node = reader.read();
    pass();
    exporter = new RealProcessExporter(folder);
  }

  @BeforeEach
  void processesBegin() throws IOException, InterruptedException {
    Path shell = Files.copy(Path.of("/bin/sh"), folder.resolve("pm-worker"));
    Path sleeper = Files.copy(Path.of("/bin/sh"), folder.resolve("pm-idler"));
    work(shell, "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done");
    work(shell, "head -c 3000000 /dev/zero > \"$0.out\"; cat \"$0.out\" > /dev/null");
    for (int many = 0; many < 3; many++) work(sleeper, "true");
    Settled.await("pm-worker", workers.subList(0, 2));
    Settled.await("pm-idler", workers.subList(2, 5));
  }

  /// Starts a shell that does some work and then waits for its input to end.
  private void work(Path shell, String script) throws IOException {
    Process worker =
        new ProcessBuilder(shell.toString(), "-c", script + "; echo done; read line", shell + "-x")
            .start();
    workers.add(worker);
    assertEquals("done", worker.inputReader(StandardCharsets.UTF_8).readLine());
  }

  @AfterEach
  void end() throws IOException {
    for (Process worker : workers) worker.destroy();
    exporter.close();
  }

  @Test
  void showsWhatProcessExporterShows() throws IOException, InterruptedException {
    Page before = pass();
    Page theirs = Page.parse(exporter.scrape());
    Page after = pass();
    Set<String> stable = stableGroups(before, theirs, after);
    assertTrue(stable.containsAll(Set.of("pm-worker", "pm-idler")), stable.toString());
    assertSameTypes(theirs, after);
    for (String group : stable) assertSame(group, before, theirs, after);
    assertTrue(theirs.value(key("cpu_seconds_total", "pm-worker", ",mode=\"user\"")) > 0);
    assertTrue(theirs.value(key("write_bytes_total", "pm-worker", "")) > 0);
  }

  @Test
  void agreesOnAGroupWhoseMembersHaveEnded() throws IOException, InterruptedException {
    pass();
    exporter.scrape();
    for (Process worker : workers) worker.destroy();
    for (Process worker : workers) worker.onExit().join();
    Page ours = pass();
    Page theirs = Page.parse(exporter.scrape());
    for (String group : List.of("pm-worker", "pm-idler")) assertSame(group, ours, theirs, ours);
    assertEquals(0, ours.value(key("num_procs", "pm-worker", "")));
    assertTrue(ours.value(key("cpu_seconds_total", "pm-worker", ",mode=\"user\"")) > 0);
  }

  private static String key(String name, String group, String more) {
    return PREFIX + "namegroup_" + name + "{groupname=\"" + group + "\"" + more + "}";
  }

  /// Groups that had as many processes in both of our passes and in the look between, the same ones
  /// as far as their oldest tells, and that were begun after both of us.
  private static Set<String> stableGroups(Page before, Page theirs, Page after) {
    Set<String> groups = new TreeSet<>();
    for (String group : List.of("pm-worker", "pm-idler")) {
      boolean same = true;
      for (String name : List.of("num_procs", "oldest_start_time_seconds")) {
        String key = key(name, group, "");
        same &= before.value(key) == after.value(key) && before.value(key) == theirs.value(key);
      }
      if (same) groups.add(group);
    }
    return groups;
  }

  private static void assertSameTypes(Page theirs, Page ours) {
    Map<String, String> expected =
        theirs.types().entrySet().stream()
            .filter(each -> each.getKey().startsWith(PREFIX))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertEquals(expected, ours.types());
  }

  /// The same series; their gauges are equal, and counters what they were between our passes.
  private static void assertSame(String group, Page before, Page theirs, Page after) {
    Predicate<String> ofGroup = key -> key.contains("groupname=\"" + group + "\"");
    Set<String> expected =
        theirs.series().keySet().stream()
            .filter(ofGroup)
            .filter(key -> key.startsWith(PREFIX))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        expected,
        after.series().keySet().stream()
            .filter(ofGroup)
            .collect(Collectors.toCollection(TreeSet::new)));
    for (String key : expected) {
      double value = theirs.value(key);
      assertTrue(
          before.value(key) <= value && value <= after.value(key),
          () ->
              key + ": " + value + " is not from " + before.value(key) + " to " + after.value(key));
    }
  }

  private Page pass() throws IOException {
    NodeSnapshot last = node;
    node = last.with(reader.readProcesses());
    keeper.snapshot(last, node);
    return Page.parse(
        new Exposition(100_000, new DroppedSeries())
            .page(null, Set.of(), sink -> NamedProcessMetrics.write(keeper.groups(), sink))
            .body()
            .toString(StandardCharsets.UTF_8));
  }
}
