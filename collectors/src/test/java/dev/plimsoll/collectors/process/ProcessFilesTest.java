package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import org.junit.jupiter.api.Test;

/// Files of the process that the tests run in.
class ProcessFilesTest {
  private final ProcessFiles files =
      new ProcessFiles(new KernelReader(), new Roots("/proc", "/sys", ""));
  private final int self = (int) ProcessHandle.current().pid();

  @Test
  void eachFileIsReadAlone() throws Exception {
    assertTrue(files.pids().contains(self));
    assertEquals(self, files.stat(self).present().orElseThrow().pid());
    assertEquals(self, files.status(self).present().orElseThrow().tgid());
    assertTrue(files.cmdline(self).present().orElseThrow().arguments().size() > 1);
    assertTrue(files.cgroup(self).present().orElseThrow().path().startsWith("/"));
    assertTrue(files.waitChannel(self).present().isPresent());
  }

  @Test
  void aProcessThatHasEndedIsMissing() {
    assertEquals(Kind.MISSING, files.stat(Integer.MAX_VALUE).failures().getFirst().kind());
  }
}
