package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real shell with real children, some seen by passes and some not: all of them together must
/// have done what the kernel says that the shell and its children did.
final class WaitedForChildrenTest {
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 0);

  private static final int ROUNDS = 6;

  /// In each round one subshell works, waits to be seen, and works on; others work, or hardly do
  /// anything, between two passes.
  private static final String SCRIPT =
      """
      echo begun
      work() { j=0; while [ $j -lt 100000 ]; do j=$((j+1)); done; }
      while read line; do
        ( work; echo seen; read line; work )
        ( work )
        for short in 1 2 3 4 5; do ( : ); done
        echo round
      done
      """;

  private final GroupTracker tracker =
      new GroupTracker(NamingRules.none(), NamingRules.none(), Long::toString);
  private final NodeReader reader =
      new NodeReader(new Roots("/proc", "/sys", "/"), Clock.systemUTC(), Set.of());
  private ProcessGroups last = ProcessGroups.none();

  @Test
  void everyTickCountsOnce(@TempDir Path folder) throws IOException {
    Path shell = Files.copy(Path.of("/bin/sh"), folder.resolve("pm-forker"));
    Process process = new ProcessBuilder(shell.toString(), "-c", SCRIPT).start();
    try {
      // Until then it may still be called as what started it.
      assertEquals("begun", process.inputReader(StandardCharsets.UTF_8).readLine());
      pass();
      for (int round = 0; round < ROUNDS; round++) {
        await(process, "seen");
        pass();
        await(process, "round");
        pass();
      }
      assertWhole(process.pid());
    } finally {
      process.destroy();
    }
  }

  private static void await(Process process, String expected) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    assertEquals(expected, process.inputReader(StandardCharsets.UTF_8).readLine());
  }

  private void assertWhole(long pid) {
    ProcStat shell = pass().find((int) pid).map(ProcessEntry::stat).orElseThrow();
    long kernel =
        shell.userTicks() + shell.systemTicks() + shell.childUserTicks() + shell.childSystemTicks();
    // The kernel rounds user and system time down to ticks for each process that we see.
    long rounding = 2 * (ROUNDS + 1);
    assertTrue(kernel > 2 * rounding, "ticks of work: " + kernel);
    assertTrue(Math.abs(kernel - counted()) <= rounding, kernel + " ticks, counted " + counted());
  }

  private long counted() {
    long ticks = 0;
    for (GroupSample sample : last.own()) {
      if (!"pm-forker".equals(sample.labels().base().get("process"))) continue;
      ticks += sample.counts().get(Count.USER_TICKS) + sample.counts().get(Count.SYSTEM_TICKS);
    }
    return ticks;
  }

  private ProcessTable pass() {
    Section<ProcessTable> table = reader.readProcesses().section();
    last = tracker.update(table, PodIndex.standAlone(), UNITS);
    return table.present().orElseThrow();
  }
}
