package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class ThreadReaderTest {
  private static final Roots ROOTS = new Roots("/proc", "/sys", "");

  private final AtomicBoolean wanted = new AtomicBoolean(true);
  private final ThreadReader threads = new ThreadReader(new KernelReader(), ROOTS, wanted::get);

  private static Section<ProcessTable> table() {
    try (ProcessReader reader = new ProcessReader(new KernelReader(), ROOTS, Clock.systemUTC())) {
      return reader.read();
    }
  }

  private Map<ProcessId, ProcessThreads> read(Section<ProcessTable> table) {
    return threads.extend(table).present().orElseThrow().threads();
  }

  private static ProcessId id(Section<ProcessTable> table, long pid) {
    return table.present().orElseThrow().find((int) pid).orElseThrow().id();
  }

  @Test
  void everyThreadOfThisProgramByItsName() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread waiting = Thread.ofPlatform().name("tr-waits").start(() -> await(end));
    try {
      Section<ProcessTable> table = table();
      List<ProcThread> own =
          read(table).getOrDefault(id(table, ProcessHandle.current().pid()), none()).threads();
      List<ProcThread> named =
          own.stream().filter(each -> each.stat().comm().equals("tr-waits")).toList();
      assertEquals(1, named.size());
      assertTrue(named.getFirst().status().present().isPresent());
      assertTrue(own.stream().anyMatch(each -> each.stat().pid() == ProcessHandle.current().pid()));
    } finally {
      end.countDown();
      waiting.join();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static ProcessThreads none() {
    return new ProcessThreads(Optional.empty(), List.of());
  }

  @Test
  void aSingleThreadIsNotReadOneByOne() {
    try (ShellProcess shell = new ShellProcess()) {
      Section<ProcessTable> table = table();
      ProcessThreads own = read(table).getOrDefault(id(table, shell.pid()), none());
      assertEquals(List.of(), own.threads());
    }
  }

  @Test
  void whoHasNotRunIsNotReadAgain() {
    try (ShellProcess shell = new ShellProcess()) {
      Section<ProcessTable> table = table();
      ProcessId id = id(table, shell.pid());
      assertSame(read(table).get(id), read(table).get(id));
    }
  }

  @Test
  void nothingIsReadForNobody() {
    wanted.set(false);
    assertEquals(Map.of(), read(table()));
  }
}
