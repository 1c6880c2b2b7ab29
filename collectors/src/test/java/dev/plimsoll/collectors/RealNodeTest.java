package dev.plimsoll.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.CpuTicks;
import dev.plimsoll.collectors.proc.KernelStat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The machine that the tests run on, beside what other programs say of it. What counts up is read
/// before and after, and must lie between.
class RealNodeTest {
  private static final Set<Source> OTHERS =
      EnumSet.of(Source.PROCESSES, Source.FILESYSTEM, Source.CGROUPS, Source.INVENTORY);

  private final NodeReader reader =
      new NodeReader(new Roots("/proc", "/sys", "/"), Clock.systemUTC(), OTHERS);

  @Test
  void nothingFails() {
    NodeSnapshot node = reader.read();
    List<Object> failures = new ArrayList<>();
    for (Reading<?> reading : node.readings()) failures.addAll(reading.section().failures());
    assertEquals(List.of(), failures);
  }

  @Test
  void cpuTimeByModeIsWhatTheKernelSays() throws Exception {
    long[] before = cpuLine();
    KernelStat stat = present(reader.readFast().stat());
    long[] after = cpuLine();
    long[] read = numbers(stat.total());
    for (int mode = 0; mode < read.length; mode++) {
      boolean mayJumpBack = mode == 3 || mode == 4;
      long least = before[mode] - (mayJumpBack ? 300 : 0);
      long most = after[mode] + (mayJumpBack ? 300 : 0);
      assertTrue(least <= read[mode] && read[mode] <= most, "mode " + mode);
    }
  }

  @Test
  void asManyCpusAsTheKernelHasOnline() throws Exception {
    assertEquals(
        run("getconf", "_NPROCESSORS_ONLN"), "" + present(reader.readFast().stat()).cpus().size());
  }

  @Test
  void unitsAreThoseOfTheCLibrary() throws Exception {
    NodeSnapshot node = reader.read();
    assertEquals(
        run("getconf", "CLK_TCK"), "" + present(node.slow().auxiliaryVector()).ticksPerSecond());
    assertEquals(
        run("getconf", "PAGESIZE"), "" + present(node.slow().auxiliaryVector()).pageSize());
  }

  @Test
  void identityIsWhatUnameSays() throws Exception {
    NodeSnapshot node = reader.read();
    assertEquals(run("uname", "-r"), present(node.slow().identity()).release());
    present(node.slow().identity())
        .hostName()
        .ifPresent(name -> assertEquals(runUnchecked("uname", "-n"), name));
    assertEquals(run("uname", "-v"), present(node.slow().identity()).version().orElseThrow());
    present(node.slow().identity())
        .machine()
        .ifPresent(machine -> assertEquals(runUnchecked("uname", "-m"), machine));
  }

  @Test
  void memoryIsWhatFreeSays() throws Exception {
    List<String> free = run("free", "-b").lines().toList();
    FastReadings node = reader.readFast();
    assertEquals(free.get(1).split(" +", -1)[1], "" + present(node.memInfo()).total());
    assertEquals(
        free.get(2).split(" +", -1)[1],
        "" + present(node.memInfo()).size("SwapTotal").orElseThrow());
  }

  @Test
  void uptimeAndBootTimeTellTheSame() {
    NodeSnapshot node = reader.read();
    double booted =
        Instant.now().toEpochMilli() / 1000.0 - present(node.counters().uptime()).seconds();
    assertEquals((double) present(node.fast().stat()).bootTime().orElseThrow(), booted, 60);
  }

  private static <T> T present(Reading<T> reading) {
    return switch (reading.section()) {
      case Section.Present<T>(T value, List<?> _) -> value;
      case Section.Absent<T>(String reason) -> throw new AssertionError(reason);
      case Section.Failed<T>(Object failure) -> throw new AssertionError(failure);
    };
  }

  private static long[] cpuLine() throws Exception {
    String line = Files.readAllLines(Path.of("/proc/stat")).getFirst();
    return List.of(line.split(" +", -1)).stream().skip(1).mapToLong(Long::parseLong).toArray();
  }

  private static long[] numbers(CpuTicks ticks) {
    return new long[] {
      ticks.user(),
      ticks.nice(),
      ticks.system(),
      ticks.idle(),
      ticks.ioWait(),
      ticks.irq(),
      ticks.softIrq(),
      ticks.steal(),
      ticks.guest(),
      ticks.guestNice()
    };
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    byte[] said = process.getInputStream().readAllBytes();
    return new String(said, StandardCharsets.UTF_8).strip();
  }

  private static String runUnchecked(String... command) {
    try {
      return run(command);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
