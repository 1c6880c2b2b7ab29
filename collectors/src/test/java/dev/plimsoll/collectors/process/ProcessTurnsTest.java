package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pass reads again and what not, and what it makes of processes that come, go and change.
class ProcessTurnsTest {
  private static final int STALE = 16;
  private static final int SELDOM = 4;
  private static final int RARE = 32;

  @TempDir private Path directory;
  private ProcessTree tree;
  private ProcessReader reader;

  @BeforeEach
  void begin() {
    tree = new ProcessTree(directory).usage("/a", 1).process(5, "five", 'S', 50, "/a");
    reader = new ProcessReader(new KernelReader(), tree.roots(), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    reader.close();
  }

  private ProcessEntry five() {
    return reader.read().present().orElseThrow().find(5).orElseThrow();
  }

  /// Reads until the process has been seen at rest.
  private void settle() {
    for (int pass = 0; pass < 3; pass++) five();
  }

  @Test
  void aProcessWhoseCgroupRestsIsNotReadEachTime() {
    settle();
    tree.stat(5, "five", 'S', 50, 1000);
    assertEquals(0, five().stat().userTicks());
  }

  @Test
  void aProcessThatRestsFromTheStartIsNotReadAfterTheSecondPass() {
    five();
    five();
    tree.stat(5, "five", 'S', 50, 1000);
    for (int pass = 0; pass <= SELDOM; pass++) assertEquals(0, five().stat().userTicks());
  }

  @Test
  void aProcessThatMovedIsReadAgainThoughItsNewCgroupRests() {
    settle();
    tree.usage("/b", 1).write("proc/5/cgroup", "0::/b\n");
    for (int pass = 0; !five().cgroupPath().equals("/b"); pass++) assertTrue(pass < STALE);
    tree.stat(5, "five", 'S', 50, 1000);
    assertEquals(1000, five().stat().userTicks());
  }

  @Test
  void aProcessWhoseCgroupRunsIsRead() {
    settle();
    tree.stat(5, "five", 'S', 50, 1000).usage("/a", 2).write("proc/5/io", ProcessTree.io(7));
    ProcessEntry five = five();
    assertEquals(1000, five.stat().userTicks());
    assertEquals(7, five.io().present().orElseThrow().readBytes());
  }

  @Test
  void ioOfAProcessThatUsedNoTickIsNotOlderThanSoManyPasses() {
    settle();
    tree.write("proc/5/io", ProcessTree.io(7));
    for (int pass = 0; pass < SELDOM; pass++) {
      tree.usage("/a", 2 + pass);
      five();
    }
    assertEquals(7, five().io().present().orElseThrow().readBytes());
  }

  @Test
  void anEntryStaysTheSameObjectWhileNothingChanges() {
    ProcessEntry first = five();
    assertSame(first, five());
  }

  @Test
  void nothingIsOlderThanSoManyPasses() {
    settle();
    tree.stat(5, "five", 'S', 50, 1000);
    for (int pass = 1; pass < STALE; pass++) five();
    assertEquals(1000, five().stat().userTicks());
  }

  @Test
  void aProcessInTheRootIsAlwaysRead() {
    tree.write("proc/5/cgroup", "0::/\n");
    settle();
    tree.stat(5, "five", 'S', 50, 1000);
    assertEquals(1000, five().stat().userTicks());
  }

  @Test
  void aReusedPidIsAnotherProcess() {
    settle();
    tree.remove("proc/5").process(5, "other", 'R', 60, "/a").usage("/a", 2);
    ProcessEntry other = five();
    assertEquals(new ProcessId(5, 60), other.id());
    assertEquals("other", other.stat().comm());
    assertEquals(List.of("other"), other.cmdline().present().orElseThrow().arguments());
  }

  @Test
  void aZombiesPidMayBeReusedWhileItsCgroupRests() {
    tree.stat(5, "five", 'Z', 50, 0);
    settle();
    tree.remove("proc/5").process(5, "other", 'R', 60, "/b");
    assertEquals(new ProcessId(5, 60), five().id());
  }

  @Test
  void anOrphanIsRead() {
    tree.process(4, "parent", 'S', 40, "/a");
    tree.write("proc/5/stat", stat().replace(") S 0", ") S 4"));
    settle();
    assertEquals(4, five().stat().ppid());
    tree.remove("proc/4").write("proc/5/stat", stat().replace(") S 0", ") S 1"));
    assertEquals(1, five().stat().ppid());
  }

  private String stat() {
    tree.stat(5, "five", 'S', 50, 0);
    try {
      return java.nio.file.Files.readString(directory.resolve("proc/5/stat"));
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @Test
  void aProcessThatMovesIsFoundInItsNewCgroup() {
    settle();
    tree.usage("/b", 1).write("proc/5/cgroup", "0::/b\n").usage("/a", 2);
    for (int pass = 0; pass < RARE; pass++) five();
    assertEquals("/b", five().cgroupPath());
    tree.stat(5, "five", 'S', 50, 1000).usage("/b", 2);
    assertEquals(1000, five().stat().userTicks());
  }

  @Test
  void aProcessIsOftenMovedRightAfterItsStart() {
    five();
    tree.write("proc/5/cgroup", "0::/b\n");
    assertEquals("/b", five().cgroupPath());
  }

  @Test
  void aProcessWithoutStatHasVanished() {
    tree.process(6, "six", 'S', 60, "/a").remove("proc/6/stat");
    ProcessTable table = reader.read().present().orElseThrow();
    assertEquals(Optional.empty(), table.find(6));
    assertEquals(1, table.vanished());
  }

  @Test
  void anEmptyStatMeansThatItHasVanished() {
    tree.write("proc/6/stat", "");
    assertEquals(1, reader.read().present().orElseThrow().vanished());
  }

  @Test
  void aKernelWithoutAFileIsNoEndOfTheProcess() {
    tree.remove("proc/5/io");
    assertEquals(
        new Section.Absent<>(tree.roots().proc("5/io") + ": No such file or directory"),
        five().io());
  }

  @Test
  void aMalformedFileLeavesTheOthers() {
    tree.write("proc/5/io", "rchar: many\n");
    Section<ProcessTable> section = reader.read();
    SourceFailure failure =
        new SourceFailure(
            SourceFailure.Kind.MALFORMED, tree.roots().proc("5/io"), 1, "not a number: \"many\"");
    assertEquals(List.of(failure), section.failures());
    ProcessEntry five = section.present().orElseThrow().find(5).orElseThrow();
    assertEquals(new Section.Failed<>(failure), five.io());
    assertEquals("five", five.stat().comm());
  }

  @Test
  void aMalformedStatLeavesTheOtherProcesses() {
    tree.write("proc/6/stat", "6 six\n");
    Section<ProcessTable> section = reader.read();
    assertEquals(1, section.present().orElseThrow().processes().size());
    assertEquals("no '(' before the name: \"6 six\"", section.failures().getFirst().text());
  }

  @Test
  void pidsOfMillionsComeInOrder() {
    tree.process(4_194_304, "last", 'S', 70, "/a").process(10, "ten", 'S', 70, "/a");
    tree.write("proc/12345678901/stat", "").write("proc/5x/stat", "");
    assertEquals(
        List.of(5, 10, 4_194_304),
        reader.read().present().orElseThrow().processes().stream().map(ProcessEntry::pid).toList());
  }

  @Test
  void processesOfOneCgroupShareItsDescription() {
    tree.process(6, "six", 'S', 60, "/a");
    ProcessTable table = reader.read().present().orElseThrow();
    assertSame(table.find(5).orElseThrow().cgroup(), table.find(6).orElseThrow().cgroup());
  }

  @Test
  void withoutProcThereIsNoTable() {
    tree.remove("proc");
    assertEquals(1, reader.read().failures().size());
    assertEquals(Optional.empty(), reader.read().present());
  }
}
