package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real processes that are moved to another control group, and a number that the kernel gives to
/// another process.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class MovedAndReusedTest {
  /// Everything that can change at all is read within so many passes.
  private static final int ALL_TURNS = 16;

  private static ProcessReader reader(String procfs) {
    return new ProcessReader(new KernelReader(), new Roots(procfs, "/sys", ""), Clock.systemUTC());
  }

  private static ProcessEntry find(ProcessReader reader, int pid) {
    return reader.read().present().orElseThrow().find(pid).orElseThrow();
  }

  @Test
  void aProcessThatSleepsIsFoundWhereItWasMoved() {
    try (TestCgroups groups = new TestCgroups();
        ProcessReader reader = reader("/proc");
        ShellProcess shell = new ShellProcess()) {
      String one = groups.make("one");
      String two = groups.make("two");
      groups.move(shell.pid(), one);
      ProcessEntry before = find(reader, shell.pid());
      assertTrue(before.cgroupPath().endsWith(one), before.cgroupPath());
      groups.move(shell.pid(), two);
      ProcessEntry after = before;
      for (int pass = 0; pass < ALL_TURNS; pass++) after = find(reader, shell.pid());
      assertTrue(after.cgroupPath().endsWith(two), after.cgroupPath());
      assertEquals(before.id(), after.id());
    }
  }

  @Test
  void whoTakesACgroupAwayTakesItFromTheProcessToo() {
    try (TestCgroups groups = new TestCgroups();
        ProcessReader reader = reader("/proc");
        ShellProcess shell = new ShellProcess()) {
      String one = groups.make("ends");
      groups.move(shell.pid(), one);
      assertTrue(find(reader, shell.pid()).cgroupPath().endsWith(one));
      groups.move(shell.pid(), "/");
      groups.remove();
      ProcessEntry after = find(reader, shell.pid());
      for (int pass = 1; pass < ALL_TURNS; pass++) after = find(reader, shell.pid());
      assertFalse(after.cgroupPath().contains(one), after.cgroupPath());
    }
  }

  /// In a pid namespace of its own nobody else starts processes, and the next number can be chosen.
  @Test
  void aNumberThatIsGivenToAnotherProcess() throws Exception {
    Privileged.require(
        Files.isWritable(Path.of("/proc/sys/kernel/ns_last_pid"))
            && Files.isExecutable(Path.of("/usr/bin/unshare")),
        "run it as root, with unshare, where the kernel has /proc/sys/kernel/ns_last_pid");
    List<String> inNamespace =
        List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child", "/bin/sh");
    try (ShellProcess shell = new ShellProcess(inNamespace);
        ProcessReader reader = reader(procOfChild(shell))) {
      int pid = Integer.parseInt(shell.run("sleep 1000 > /dev/null & echo $!"));
      shell.run("while ! grep -q sleep /proc/" + pid + "/comm; do :; done");
      ProcessEntry before = find(reader, pid);
      assertEquals("sleep", before.stat().comm());
      TimeUnit.MILLISECONDS.sleep(50);
      shell.run("kill " + pid + "; wait " + pid);
      shell.run("echo " + (pid - 1) + " > /proc/sys/kernel/ns_last_pid");
      String again = shell.run("tail -f /dev/null & echo $!");
      assertEquals(Integer.toString(pid), again);
      shell.run("while ! grep -q tail /proc/" + pid + "/comm; do :; done");
      ProcessEntry after = find(reader, pid);
      assertNotEquals(before.id(), after.id());
      assertEquals(
          List.of("tail", "-f", "/dev/null"), after.cmdline().present().orElseThrow().arguments());
      assertTrue(after.stat().minorFaults() > 0);
    }
  }

  private static String procOfChild(ShellProcess parent) {
    long child =
        ProcessHandle.of(parent.pid()).orElseThrow().children().findFirst().orElseThrow().pid();
    return "/proc/" + child + "/root/proc";
  }
}
