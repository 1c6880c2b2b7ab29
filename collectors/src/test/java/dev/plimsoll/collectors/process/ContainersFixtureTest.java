package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Limit;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Processes of containers, captured under a kubelet 1.36 on cgroup v1.
class ContainersFixtureTest {
  private final ProcessTable table =
      new ProcessReader(new KernelReader(), Fixture.roots("containers"), Clock.systemUTC())
          .read()
          .present()
          .orElseThrow();

  @Test
  void allOfThem() {
    assertEquals(
        List.of(2131, 2370, 2455, 2943, 8743, 8748, 8851, 27656),
        table.processes().stream().map(ProcessEntry::pid).toList());
    assertEquals(0, table.kernelThreads());
    assertEquals(0, table.vanished());
  }

  @Test
  void anExecSessionWithATerminal() {
    ProcessEntry shell = table.find(8743).orElseThrow();
    assertEquals("sh", shell.stat().comm());
    assertEquals(34816, shell.stat().tty());
    assertEquals(923, shell.stat().ppid());
    assertEquals(194610, shell.id().startTicks());
    assertEquals(
        List.of("sh", "-c", "sleep 300; true"),
        shell.cmdline().present().orElseThrow().arguments());
    assertEquals(new ProcExe("/bin/busybox", false), shell.exe().present().orElseThrow());
    assertEquals(
        "/kubepods/burstable/pode40b25d2-0576-4044-b866-3ab0d4c9e406/"
            + "ecb8a424f039d7df85515b87af4155eea348096b8a20d02a14bdac3b56ae4e45",
        shell.cgroupPath());
  }

  @Test
  void whatIsReadSeldom() {
    SeldomFacts facts = table.find(8851).orElseThrow().seldom();
    ProcStatus status = facts.status().present().orElseThrow();
    assertEquals(List.of(8851, 13), status.namespacePids());
    assertEquals(10001, status.user().effective());
    assertEquals(1532 * 1024, status.memory().orElseThrow().rss());
    assertEquals(52 * 1024, status.memory().orElseThrow().rssAnon());
    assertEquals(136, status.nonvoluntarySwitches());
    assertEquals(
        new ProcLimits.Pair(new Limit.Of(20000), new Limit.Of(20000)),
        facts.limits().present().orElseThrow().openFiles());
    assertEquals(3, facts.openFiles().present().orElseThrow());
    assertEquals(1333, facts.oomScore().present().orElseThrow());
  }

  @Test
  void inputAndOutput() {
    assertEquals(
        new ProcIo(48190, 9906, 33, 3, 0, 0, 0),
        table.find(8851).orElseThrow().io().present().orElseThrow());
  }

  @Test
  void aProcessInTheHostsPidNamespaceHasOnePid() {
    ProcStatus status = table.find(2370).orElseThrow().seldom().status().present().orElseThrow();
    assertEquals(List.of(2370), status.namespacePids());
  }
}
