package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Processes that come and go faster than they can be read: no pass fails, and nothing is kept of
/// them. `-Dstorm.passes=2000` makes it last longer.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class ForkStormTest {
  private static final int PASSES = Integer.getInteger("storm.passes", 60);

  @Test
  void noPassFailsAndNothingIsKept() throws IOException, InterruptedException {
    Process storm =
        new ProcessBuilder("/bin/sh", "-c", "while :; do (:) & (:) & (:) & (:) & wait; done")
            .start();
    try (ProcessReader reader =
        new ProcessReader(new KernelReader(), new Roots("/proc", "/sys", ""), Clock.systemUTC())) {
      int shortLived = 0;
      for (int pass = 0; pass < PASSES; pass++) {
        Section<ProcessTable> section = reader.read();
        assertEquals(List.of(), section.failures());
        ProcessTable table = section.present().orElseThrow();
        assertEquals(table.processes().size(), reader.known());
        shortLived += table.vanished() + children(table, storm.pid());
      }
      assertTrue(shortLived > 0, "no process of the storm was seen");
    } finally {
      storm.destroyForcibly().waitFor();
    }
  }

  private static int children(ProcessTable table, long parent) {
    return (int) table.processes().stream().filter(each -> each.stat().ppid() == parent).count();
  }
}
