package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of the processes of this machine.
class ProcessReaderTest {
  private final ProcessReader reader =
      new ProcessReader(new KernelReader(), new Roots("/proc", "/sys", ""), Clock.systemUTC());

  @Test
  void thisProcessIsInIt() {
    ProcessTable table = reader.read().present().orElseThrow();
    int pid = (int) ProcessHandle.current().pid();
    ProcessEntry self = table.find(pid).orElseThrow();
    assertEquals("java", self.stat().comm());
    assertEquals(pid, self.seldom().status().present().orElseThrow().tgid());
    assertTrue(self.cmdline().present().orElseThrow().arguments().size() > 1);
    assertTrue(self.exe().present().orElseThrow().path().endsWith("/bin/java"));
    assertTrue(self.seldom().openFiles().present().orElseThrow() > 3);
    assertEquals(List.of(), reader.read().failures());
  }
}
