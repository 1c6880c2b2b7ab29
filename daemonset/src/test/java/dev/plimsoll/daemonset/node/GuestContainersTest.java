package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole agent in a virtual machine with cgroup v2, which this one may not have: containers
/// made there by hand, of which one uses up its CPU quota, one its memory, and one comes to where
/// it is slowed down.
final class GuestContainersTest {
  private static final String BUSY = "b".repeat(64);
  private static final String HUNGRY = "c".repeat(64);
  private static final String SLOWED = "d".repeat(64);
  private static final String HUGE = "e".repeat(64);
  private static final String POD = "pod11111111-2222-4333-8444-555555555555\",";

  @TempDir private Path out;

  /// The program that the variable `PLIMSOLL_GUEST` names. On CI a missing one is a failure;
  /// elsewhere the test is skipped.
  private static Path guest() {
    Optional<Path> tool =
        Optional.ofNullable(System.getenv("PLIMSOLL_GUEST"))
            .map(Path::of)
            .filter(Files::isExecutable);
    String help =
        "PLIMSOLL_GUEST names no program that runs a command in a virtual machine with cgroup v2"
            + " (guest -o DIR COMMAND)";
    assertFalse(tool.isEmpty() && "true".equals(System.getenv("CI")), help);
    if (tool.isEmpty()) System.err.println("skipped: " + help);
    Assumptions.assumeTrue(tool.isPresent(), help);
    return tool.orElseThrow();
  }

  /// The guest sees this machine's files by their paths, so a path must not be relative.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(":"));
  }

  private void run() throws IOException, InterruptedException {
    Path script = Path.of("src/test/resources/guest/containers.sh").toAbsolutePath();
    Path log = out.resolve("guest.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    guest().toString(),
                    "-o",
                    out.toString(),
                    "-t",
                    "600",
                    "sh",
                    script.toString(),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    classPath()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int status = process.waitFor();
    String agent =
        Files.exists(out.resolve("agent.log")) ? Files.readString(out.resolve("agent.log")) : "";
    assertEquals(0, status, () -> read(log) + agent);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private Samples page(String name) {
    return Samples.parse(read(out.resolve(name)));
  }

  @Test
  void findsThemAndCountsWhatHappensToThem() throws IOException, InterruptedException {
    run();
    Samples before = page("before.prom");
    Samples after = page("after.prom");

    assertEquals(0, before.sum("container_oom_events_total", HUNGRY));
    assertEquals(1, after.sum("container_oom_events_total", HUNGRY));
    assertEquals(1, after.sum("container_oom_events_total", POD));
    assertEquals(0, after.sum("container_oom_events_total", BUSY));
    assertEquals(16_777_216, after.sum("container_spec_memory_limit_bytes", HUNGRY));
    assertTrue(after.sum("container_memory_events_max_total", HUNGRY) > 0);

    assertEquals(20_000, after.sum("container_spec_cpu_quota", BUSY));
    assertRises(before, after, "container_cpu_usage_seconds_total", BUSY);
    assertRises(before, after, "container_cpu_cfs_throttled_periods_total", BUSY);
    assertRises(before, after, "container_cpu_cfs_throttled_seconds_total", BUSY);
    assertRises(before, after, "container_pressure_cpu_waiting_seconds_total", BUSY);
    assertRises(before, after, "container_pressure_cpu_waiting_seconds_total", POD);

    assertEquals(1, after.sum("container_threads", BUSY));
    assertEquals(1, after.sum("container_threads", SLOWED));
    assertTrue(after.sum("container_memory_events_high_total", SLOWED) > 0);
    assertRises(before, after, "container_pressure_memory_waiting_seconds_total", SLOWED);
    assertRises(before, after, "container_memory_failcnt", HUNGRY);
    assertEquals(0, after.sum("container_memory_swap", POD));
    assertEquals(0, after.sum("container_spec_memory_swap_limit_bytes", POD));
    assertTrue(after.sum("container_hugetlb_failcnt", HUGE) > 0);
    assertTrue(after.sum("container_hugetlb_failcnt", POD) > 0);
    assertEquals(1, after.sum("container_threads", HUNGRY));
    ownFamiliesSayTheSame();
  }

  /// By the first digits of the containers' ids, and the pod's uid.
  private void ownFamiliesSayTheSame() {
    assertTrue(own("container_memory_events_total", "cccccccccccc\",event=\"max\"") > 0);
    assertTrue(own("container_memory_events_total", "cccccccccccc\",event=\"oom\"") > 0);
    assertEquals(1, own("container_oom_kills_total", "cccccccccccc\""));
    assertTrue(own("container_memory_events_total", "dddddddddddd\",event=\"high\"") > 0);
    assertTrue(own("container_memory_high_ratio", "dddddddddddd\"") > 0);
    assertTrue(own("container_memory_pressure_minute_peak_ratio", "dddddddddddd\"") > 0);
    assertEquals(0.2, own("container_cpu_limit_cores", "bbbbbbbbbbbb\""), 1e-9);
    assertTrue(own("container_cpu_minute_peak_limit_ratio", "bbbbbbbbbbbb\"") > 0.5);
    assertTrue(own("container_cpu_throttled_minute_peak_ratio", "bbbbbbbbbbbb\"") > 0);
    assertTrue(own("container_cpu_pressure_minute_peak_ratio", "bbbbbbbbbbbb\"") > 0);
    assertEquals(
        own("container_cpu_throttled_periods_total", "bbbbbbbbbbbb\""),
        own("pod_cpu_throttled_periods_total", "pod=\"11111111-2222"));
    assertEquals(2_097_152, own("container_hugetlb_limit_bytes", "eeeeeeeeeeee\""));
    assertTrue(own("container_hugetlb_limit_hits_total", "eeeeeeeeeeee\"") > 0);
    assertTrue(own("pod_hugetlb_limit_hits_total", "pod=\"11111111-2222") > 0);
  }

  /// The sum of all series of a family of Plimsoll's own that hold a text.
  private double own(String family, String text) {
    return read(out.resolve("after-own.prom"))
        .lines()
        .filter(line -> line.startsWith("plimsoll_" + family + '{') && line.contains(text))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void assertRises(Samples before, Samples after, String family, String row) {
    double first = before.sum(family, row);
    double second = after.sum(family, row);
    assertTrue(second > first, () -> family + " of " + row + ": " + first + ", then " + second);
  }
}
