package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `plimsoll free` over a captured node.
class FreeCommandTest {
  private static final String NODE =
      "--path.procfs=../collectors/src/test/resources/fixtures/v2/proc";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void showsWhatFreeShowsAndAVerdict() {
    assertEquals(0, run("free", NODE));
    assertEquals(
        """
                       total        used        free      shared  buff/cache   available
        Mem:         3043268      120348     2995128        3304       17608     2922920
        Swap:              0           0           0
        Healthy: 96% available, stalled for memory 0.00% of 10 s, 0.00% of 60 s
        """,
        printed(out));
  }

  @Test
  void speaksJson() {
    assertEquals(0, run("free", "-o", "json", NODE));
    assertEquals(
        """
        {"memory":{"total_bytes":3116306432,"used_bytes":123236352,"free_bytes":3067011072,\
        "shared_bytes":3383296,"buff_cache_bytes":18030592,"available_bytes":2993070080},\
        "swap":{"total_bytes":0,"used_bytes":0,"free_bytes":0},\
        "memory_pressure":{"some_avg10_ratio":0.0,"some_avg60_ratio":0.0,"some_avg300_ratio":0.0},\
        "healthy":true,"troubles":[]}
        """,
        printed(out));
  }

  @Test
  void repeatsAsOftenAsAsked() {
    assertEquals(0, run("free", "-s", "0.01", "-c", "3", NODE));
    assertEquals(3 * 4 + 2, printed(out).lines().count());
    assertEquals(3, printed(out).lines().filter(line -> line.startsWith("Mem:")).count());
  }

  @Test
  void aNodeWithoutPressureInformationIsJudgedByTheRest() throws Exception {
    Files.writeString(
        directory.resolve("meminfo"), "MemTotal: 1000 kB\nMemFree: 10 kB\nMemAvailable: 40 kB\n");
    assertEquals(0, run("free", "--path.procfs=" + directory));
    assertTrue(printed(out).endsWith("\nNot healthy: only 4% available\n"), printed(out));
  }

  @Test
  void aNodeWithoutMeminfoFailsInOneLine() {
    assertEquals(1, run("free", "--path.procfs=" + directory));
    assertEquals(
        "plimsoll free: " + directory + "/meminfo: No such file or directory\n", printed(err));
  }

  @ParameterizedTest
  @CsvSource({
    "-c 0, -c: 0 is not a number of times",
    "-s 0, -s: 0.0 is not a pause",
    "-s NaN, -s: NaN is not a pause",
    "-s x, Invalid value for option '--seconds': 'x' is not a double",
    "-b -k, 'Error: --bytes, --kibi are mutually exclusive (specify only one)'",
    "--lines, Unknown option: '--lines'"
  })
  void aWrongFlagIsNamedInOneLine(String flags, String complaint) {
    assertEquals(2, run(("free " + flags).split(" ", -1)));
    assertEquals("plimsoll free: " + complaint + '\n', printed(err));
    assertEquals("", printed(out));
  }

  private int run(String... args) {
    return PlimsollCommand.run(args, Map.of(), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String printed(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
