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
import java.io.BufferedReader;
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

  /// Begins when it is told. Its subshells work for a while, or for hardly any time.
  private static final String SCRIPT =
      """
      read line
      i=0
      while [ $i -lt 40 ]; do
        ( j=0; while [ $j -lt 60000 ]; do j=$((j+1)); done )
        for short in 1 2 3 4 5; do ( : ); done
        i=$((i+1))
      done
      echo done
      read line
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
      pass();
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      int passes = 0;
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      while (!said.ready() && process.isAlive()) {
        pass();
        passes++;
      }
      assertEquals("done", said.readLine());
      pass();
      assertWhole(process.pid(), passes);
    } finally {
      process.destroy();
    }
  }

  private void assertWhole(long pid, int passes) {
    ProcStat shell = pass().find((int) pid).map(ProcessEntry::stat).orElseThrow();
    long kernel =
        shell.userTicks() + shell.systemTicks() + shell.childUserTicks() + shell.childSystemTicks();
    assertTrue(kernel > 20, "ticks of work: " + kernel);
    assertTrue(passes > 3, "passes while it worked: " + passes);
    // The kernel rounds ticks down for each process, and we see each process by itself.
    assertTrue(
        Math.abs(kernel - counted()) <= kernel / 10, kernel + " ticks, counted " + counted());
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
