package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Groups of the kernel that runs the test, made and removed under the reader.
class RealCgroupsTest {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final String POD = "kubepods/pod55555555-5555-4555-8555-555555555555";

  private final String own = "plimsoll-test-" + ProcessHandle.current().pid();
  private final List<Path> made = new ArrayList<>();
  private CgroupReader reader;

  @BeforeEach
  void begin() throws IOException {
    assumeTrue(Files.isWritable(hierarchies().getFirst()), "run it as root to test real cgroups");
    reader =
        new CgroupReader(
            new KernelReader(),
            new Roots("/proc", "/sys", "/"),
            Clock.systemUTC(),
            CgroupPace.usual());
  }

  @AfterEach
  void end() throws IOException {
    for (Path directory : made.reversed()) Files.deleteIfExists(directory);
    reader.close();
  }

  @Test
  void aGroupIsReadWhileItIsThere() throws IOException {
    reader.read();
    make("one");
    assertEquals(List.of("one"), ids());
    List<Path> gone = make("two");
    assertEquals(List.of("one", "two"), ids());
    for (Path directory : gone) Files.delete(directory);
    assertEquals(List.of("one"), ids());
  }

  /// As many as a busy node has in a minute.
  @Test
  void aThousandGroupsThatComeAndGoLeaveNothingBehind() throws IOException {
    make("one");
    reader.read();
    assertEquals(List.of("one"), ids());
    comeAndGo(5);
    int openBefore = openFiles();
    long heldBefore = heldBytes();
    comeAndGo(50);
    assertTrue(openFiles() <= openBefore, "more files are open than before");
    long held = heldBytes() - heldBefore;
    assertTrue(held < 4 << 20, () -> held + " bytes more are held than before");
  }

  private void comeAndGo(int rounds) throws IOException {
    for (int round = 0; round < rounds; round++) {
      List<Path> gone = new ArrayList<>();
      for (int index = 0; index < 20; index++) gone.addAll(make("c" + round + '-' + index));
      if (round % 5 > 0) assertEquals(21, ids().size());
      for (Path directory : gone) {
        Files.delete(directory);
        made.remove(directory);
      }
      assertEquals(1, ids().size());
    }
  }

  private static long heldBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /// There while a pass looks, and gone; and one that no pass looked at.
  @Test
  void aContainerOfThreeSecondsAndOneOfNoneAreEndedAndMissed() throws Exception {
    make("one");
    reader.read();
    ContainerTurnover before = reader.read().present().orElseThrow().turnover();
    List<Path> brief = make("brief");
    assertEquals(List.of("brief", "one"), ids());
    for (Path directory : brief) Files.delete(directory);
    assertEquals(List.of("one"), ids());
    for (Path directory : make("blink")) Files.delete(directory);
    ContainerTurnover after = before;
    for (int wait = 0; wait < 3_000 && after.missed() == before.missed(); wait++) {
      Thread.sleep(10);
      after = reader.read().present().orElseThrow().turnover();
    }
    // Other tests and people of this machine may start and end containers too.
    ContainerTurnover last = after;
    assertTrue(last.started() >= before.started() + 2, last::toString);
    assertTrue(after.ended() + after.missed() >= before.ended() + before.missed() + 2);
    assertTrue(after.missed() > before.missed(), "nobody heard of the one that was not seen");
    assertEquals(List.of("one"), ids());
  }

  @Test
  void countsContainersThatComeAndGo() throws IOException {
    reader.read();
    ContainerTurnover before = reader.read().present().orElseThrow().turnover();
    List<Path> gone = new ArrayList<>();
    for (int index = 0; index < 10; index++) gone.addAll(make("short" + index));
    ids();
    for (Path directory : gone) Files.delete(directory);
    ids();
    ContainerTurnover after = reader.read().present().orElseThrow().turnover();
    // Other tests and people of this machine may start and end containers too.
    assertTrue(after.started() >= before.started() + 10, after::toString);
    assertTrue(after.ended() + after.missed() >= before.ended() + 10, after::toString);
  }

  private List<String> ids() {
    return reader.read().present().orElseThrow().containers().stream()
        .filter(group -> group.path().contains(own))
        .map(group -> group.owner().id())
        .sorted()
        .toList();
  }

  /// In every hierarchy, as a container runtime does.
  private List<Path> make(String id) throws IOException {
    List<Path> groups = new ArrayList<>();
    for (Path hierarchy : hierarchies()) {
      Path group = hierarchy.resolve(own).resolve(POD).resolve(id);
      Stream.iterate(group, path -> !path.equals(hierarchy), Path::getParent)
          .filter(Files::notExists)
          .toList()
          .reversed()
          .forEach(made::add);
      Files.createDirectories(group);
      groups.add(group);
    }
    return groups;
  }

  private static List<Path> hierarchies() throws IOException {
    if (Files.exists(CGROUPS.resolve("cgroup.controllers"))) return List.of(CGROUPS);
    try (Stream<Path> names =
        Stream.of("memory", "cpu", "cpuacct", "pids", "unified").map(CGROUPS::resolve)) {
      return names.filter(Files::isDirectory).toList();
    }
  }

  private static int openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    }
  }
}
