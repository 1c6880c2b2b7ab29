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
/// made there by hand, of which one uses up its CPU quota and one its memory.
final class GuestContainersTest {
  private static final String BUSY = "b".repeat(64);
  private static final String HUNGRY = "c".repeat(64);
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
    assertEquals(1, after.sum("container_threads", HUNGRY));
  }

  private static void assertRises(Samples before, Samples after, String family, String row) {
    double first = before.sum(family, row);
    double second = after.sum(family, row);
    assertTrue(second > first, () -> family + " of " + row + ": " + first + ", then " + second);
  }
}
