package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real processes of the odd kinds that nodes have.
@Timeout(60)
class OddProcessesTest {
  private static final Roots ROOTS = new Roots("/proc", "/sys", "");

  private final ProcessReader reader =
      new ProcessReader(new KernelReader(), ROOTS, Clock.systemUTC());

  @AfterEach
  void close() {
    reader.close();
  }

  private Optional<ProcessEntry> find(int pid) {
    return reader.read().present().orElseThrow().find(pid);
  }

  @ParameterizedTest
  @CsvSource({
    "a) R 1 (b, a) R 1 (b",
    "a\\0012b, 'a\nb'",
    "a\\0377\\0376b, a\uDCFF\uDCFEb",
    "a\\0033[31mb, a\u001B[31mb",
    "caf\\0303\\0251, café"
  })
  void namesOfAnyBytes(String escapes, String comm) {
    try (ShellProcess shell = new ShellProcess().named(escapes)) {
      ProcessEntry entry = find(shell.pid()).orElseThrow();
      assertEquals(comm, entry.stat().comm());
      assertEquals(ProcessHandle.current().pid(), entry.stat().ppid());
      assertEquals(shell.pid(), entry.seldom().status().present().orElseThrow().tgid());
    }
  }

  @Test
  void aProcessThatGivesItselfAnotherNameStaysTheSame() {
    try (ShellProcess shell = new ShellProcess()) {
      ProcessEntry before = find(shell.pid()).orElseThrow();
      shell.named("renamed");
      ProcessEntry after = find(shell.pid()).orElseThrow();
      assertEquals("renamed", after.stat().comm());
      assertEquals(before.id(), after.id());
    }
  }

  @Test
  void aProcessThatExecutesAnotherProgram() {
    try (ShellProcess shell = new ShellProcess()) {
      ProcessEntry before = find(shell.pid()).orElseThrow();
      shell.exec("sleep 1000");
      ProcessEntry after = find(shell.pid()).orElseThrow();
      assertEquals(before.id(), after.id());
      assertEquals("sleep", after.stat().comm());
      assertEquals(List.of("sleep", "1000"), after.cmdline().present().orElseThrow().arguments());
      assertNotEquals(before.exe(), after.exe());
    }
  }

  @Test
  void theSameProgramExecutedAgainIsNoticedToo() {
    try (ShellProcess shell = new ShellProcess()) {
      find(shell.pid());
      shell.exec("/bin/sh -s again");
      assertEquals(
          List.of("/bin/sh", "-s", "again"),
          find(shell.pid()).orElseThrow().cmdline().present().orElseThrow().arguments());
    }
  }

  @Test
  void aZombieHasNoProgramAndNoMemory() throws InterruptedException {
    ProcessFiles files = new ProcessFiles(new KernelReader(), ROOTS);
    String parentThatNeverWaits =
        "f=$(mktemp); sh -c 'sleep 0.01 & echo $! > $0; exec sleep 1000 > /dev/null' $f & ";
    String itsChild = "while [ ! -s $f ]; do sleep 0.01; done; cat $f; rm $f";
    try (ShellProcess shell = new ShellProcess()) {
      int child = Integer.parseInt(shell.run(parentThatNeverWaits + itsChild));
      while (files.stat(child).present().orElseThrow().state() != TaskState.ZOMBIE) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      ProcessEntry zombie = find(child).orElseThrow();
      assertEquals(TaskState.ZOMBIE, zombie.stat().state());
      assertEquals(List.of(), zombie.cmdline().present().orElseThrow().arguments());
      assertInstanceOf(Section.Absent.class, zombie.exe());
      assertEquals(Optional.empty(), zombie.seldom().status().present().orElseThrow().memory());
    }
  }

  @Test
  void aProcessThatHasEndedIsNotInTheTable() {
    ShellProcess shell = new ShellProcess();
    assertTrue(find(shell.pid()).isPresent());
    shell.close();
    assertEquals(Optional.empty(), find(shell.pid()));
  }

  @Test
  void theKernelsThreadsAreInIt() {
    ProcessTable table = reader.read().present().orElseThrow();
    long counted = table.processes().stream().filter(each -> each.stat().kernelThread()).count();
    assertEquals(counted, table.kernelThreads());
    for (ProcessEntry each : table.processes()) {
      if (!each.stat().kernelThread()) continue;
      assertEquals(List.of(), each.cmdline().present().orElseThrow().arguments());
      assertEquals(Optional.empty(), each.exe().present());
      assertEquals(Optional.empty(), each.seldom().status().present().orElseThrow().memory());
    }
  }
}
