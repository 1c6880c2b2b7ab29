package dev.plimsoll.agent.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.cli.FakeProc;
import dev.plimsoll.agent.cli.top.TopProgram.Start;
import dev.plimsoll.agent.join.PodIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Listings of a node made of files, in which time passes when a test says so.
class TopProgramTest {
  @TempDir private Path root;
  private final AtomicLong nanos = new AtomicLong();

  private String top(Start start, OptionalInt width) throws Exception {
    FakeProc proc = new FakeProc(root).withUsualProcesses();
    StringWriter out = new StringWriter();
    try (TopProgram top =
        new TopProgram(
            proc.roots(),
            PodIndex.standAlone(),
            Clock.fixed(Instant.parse("2026-11-19T13:46:40Z"), ZoneOffset.UTC),
            ZoneOffset.UTC,
            nanos::get)) {
      top.batch(start, OptionalInt.of(1), width, _ -> twoSecondsPass(proc), new PrintWriter(out));
    }
    return out.toString().replaceAll(" +\n", "\n");
  }

  /// The container takes 1.5 CPUs, and process 300 has ended and its number belongs to another.
  private void twoSecondsPass(FakeProc proc) {
    nanos.addAndGet(2_000_000_000L);
    try {
      proc.nextReading();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Start start(boolean containers, String text) {
    return start(containers, TopFilter.ALL.withText(text));
  }

  private static Start start(boolean containers, TopFilter filter) {
    return new Start(Duration.ofSeconds(3), Start.Sort.CPU, true, containers, false, filter);
  }

  @Test
  void listsProcesses() throws Exception {
    assertEquals(
        """
        top - 13:46:40 up 1 day,  3:46,  load average: 0.50, 0.25, 1.00
        Tasks:    7 total,   0 running,    6 sleeping,   0 in D,   0 stopped,   1 zombie
        %Cpu(s): 75.0 us,  5.0 sy,  0.0 ni, 20.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st
        MiB Mem :   8192.0 total,   4096.0 free,   2048.0 used,   1024.0 buff/cache
        MiB Swap:      0.0 total,      0.0 free,      0.0 used.   6144.0 avail Mem
        PSI 10s%: not offered by this kernel.

          PID USER      PR  NI    VIRT    RES S  %CPU  %MEM     TIME+ POD                                  CONTAINER    COMMAND
          500 root      20   0   10240   1.0g S 150.0  12.5  91:43.00 8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d c0ffeec0ffee java -jar shop.jar
          300 root      20   0   10240   4096 S   5.0   0.0   0:00.10 -                                    -            new
            1 root      20   0   10240   8192 S   0.0   0.1   0:05.00 -                                    -            /sbin/init splash
            2 root      20   0   10240      0 S   0.0   0.0   0:00.00 -                                    -            [kthreadd]
          400 1000      20   0   10240   2048 S   0.0   0.0   0:00.10 -                                    -            -bash
          410 1000      25   5   10240   2048 S   0.0   0.0   0:00.01 -                                    -            vi a\\x1b[31mb
          501 root      20   0   10240      0 Z   0.0   0.0   0:00.00 8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d c0ffeec0ffee [sh]
        """,
        top(start(false, ""), OptionalInt.empty()));
  }

  @Test
  void addsUpContainersAndUnits() throws Exception {
    String[] lines = top(start(true, ""), OptionalInt.of(80)).split("\n", -1);
    assertEquals(
        "TASKS  R  D    MEM %LIM   %CPU %THR   %PSI     TIME+ POD          CONTAINER/UNIT",
        lines[7]);
    assertEquals(
        "    2  0  0   1.0g    -  150.0    -      -  91:43.00 8f0d4a1c-5b+ c0ffeec0ffee", lines[8]);
    assertEquals(
        "    1  0  0   4096    -    5.0    -      -   0:00.10 -            cron.service", lines[9]);
  }

  @Test
  void showsOnlyLinesWithAText() throws Exception {
    String[] lines = top(start(false, "shop"), OptionalInt.of(80)).split("\n", -1);
    assertEquals(10, lines.length);
    assertEquals(
        "  500 root       1.0g S 150.0  12.5  91:43.00 8f0d4a1c+ c0ffeec0+ java -jar shop",
        lines[8]);
  }

  @Test
  void showsOnlyProcessesOfAUserOrByNumber() throws Exception {
    TopFilter byUser = TopFilter.ALL.withUser("1000");
    assertEquals(List.of("400", "410"), pids(top(start(false, byUser), OptionalInt.empty())));
    TopFilter byNumber = new TopFilter("", "", "root", Set.of(1, 400, 500));
    assertEquals(List.of("500", "1"), pids(top(start(false, byNumber), OptionalInt.empty())));
  }

  private static List<String> pids(String listing) {
    return listing.lines().skip(8).map(line -> line.strip().split(" ", 2)[0]).toList();
  }
}
