package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a reader makes of a tree that changes under it, in directories that stand for cgroup v1.
class CgroupChangesTest {
  private static final String POD = "/kubepods/pod22222222-2222-4222-8222-222222222222";

  /// Turned by hand.
  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @TempDir private Path sys;
  private final TestClock clock = new TestClock();
  private CgroupReader reader;

  @BeforeEach
  void begin() {
    reader = reader(1_000);
  }

  private CgroupReader reader(int keptFiles) {
    Roots roots = new Roots(sys + "/none", sys.toString(), sys + "/none");
    CgroupPace usual = CgroupPace.usual();
    return new CgroupReader(
        new KernelReader(),
        roots,
        clock,
        new CgroupPace(
            usual.busy(),
            usual.walk(),
            usual.limits(),
            usual.idle(),
            keptFiles,
            keptFiles / 10,
            100));
  }

  @AfterEach
  void end() {
    reader.close();
  }

  @Test
  void aContainerIsSeenAtTheNextPassAndGoneAtTheNext() {
    container("one", 5, 0);
    assertEquals(List.of("one"), ids());
    container("two", 5, 0);
    assertEquals(List.of("one", "two"), ids());
    remove("one");
    assertEquals(List.of("two"), ids());
  }

  @Test
  void killsOutliveTheContainerInItsPodsSum() {
    container("first", 5, 0);
    assertEquals(0, kills());
    container("first", 6, 2);
    assertEquals(2, kills());
    remove("first");
    container("second", 1, 0);
    assertEquals(2, kills());
    container("second", 2, 1);
    assertEquals(3, kills());
  }

  @Test
  void whatAContainerHadCountedBeforeTheAgentCameCounts() {
    container("first", 5, 7);
    assertEquals(7, kills());
  }

  @Test
  void detailsAreReadAgainOnlyOfAGroupThatRan() {
    container("one", 5, 0);
    assertEquals(4096, workingSet());
    memory("one", 4096, 1024);
    pass(Duration.ofSeconds(30));
    assertEquals(4096, workingSet());
    container("one", 6, 0);
    memory("one", 4096, 1024);
    pass(Duration.ofSeconds(30));
    assertEquals(3072, workingSet());
  }

  @Test
  void anIdleGroupIsReadAgainInTheEnd() {
    container("one", 5, 0);
    assertEquals(4096, workingSet());
    memory("one", 4096, 1024);
    pass(Duration.ofMinutes(5));
    assertEquals(3072, workingSet());
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    container("one", 5, 0);
    assertEquals(4096, workingSet());
    pass(Duration.ofHours(-1));
    container("one", 6, 0);
    memory("one", 4096, 1024);
    pass(Duration.ofSeconds(30));
    assertEquals(3072, workingSet());
  }

  @Test
  void theSameIsReadWithoutFilesKeptOpen() {
    container("one", 5, 3);
    try (CgroupReader poor = reader(0)) {
      assertEquals(CgroupText.of(reader.read()), CgroupText.of(poor.read()));
      container("one", 9, 4);
      assertEquals(CgroupText.of(reader.read()), CgroupText.of(poor.read()));
    }
  }

  @Test
  void nothingStaysOpenThatIsNotAccountedFor() throws IOException {
    container("one", 5, 3);
    try (CgroupReader poor = reader(0)) {
      for (int pass = 0; pass < 20; pass++) {
        container("one", 6 + pass, 3);
        clock.now = clock.now.plusSeconds(1);
        poor.read();
      }
      assertEquals(List.of(), openBelow(sys.toRealPath()));
    }
  }

  private static List<Path> openBelow(Path directory) throws IOException {
    List<Path> open = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        if (!Files.isSymbolicLink(link)) continue;
        Path file = Files.readSymbolicLink(link);
        if (file.startsWith(directory)) open.add(file);
      }
    }
    return open;
  }

  @Test
  void aWalkThatFindsTooMuchBreaksOffAndSaysSo() {
    for (int index = 0; index < 120; index++) container("c" + index, 5, 0);
    assertEquals(true, tree().brokeOff());
    assertEquals(
        List.of("the walk broke off at 100 groups; those further down may be missing"),
        reader.read().failures().stream()
            .filter(failure -> failure.path().endsWith("fs/cgroup/memory"))
            .map(SourceFailure::text)
            .toList());
  }

  @Test
  void aContainerMadeInOneHierarchyAfterTheOtherIsReadInAll() {
    write("cpuacct", Map.of());
    memory("one", 4096, 0);
    assertEquals(true, cpuTime().isEmpty());
    container("one", 5, 0);
    clock.now = clock.now.plusSeconds(15);
    assertEquals(Optional.of(5L), cpuTime());
  }

  @Test
  void aGroupInThePlaceOfAnotherIsFoundByTheNextWalk() {
    String count = "nr_descendants 2";
    container("one", 5, 0);
    write("unified", Map.of("cgroup.stat", count, "cgroup.controllers", ""));
    write("unified" + POD + "/one", Map.of("cpu.stat", "usage_usec 1\nuser_usec 1\nsystem_usec 0"));
    write("memory/system.slice/a.service", Map.of("memory.usage_in_bytes", "1"));
    pass(Duration.ofSeconds(15));
    assertEquals(List.of("system.slice", "a.service"), units());
    delete(sys.resolve("fs/cgroup/memory/system.slice/a.service"));
    write("memory/system.slice/b.service", Map.of("memory.usage_in_bytes", "1"));
    pass(Duration.ofSeconds(60));
    assertEquals(List.of("system.slice", "b.service"), units());
  }

  private List<String> units() {
    return tree().units().stream().map(group -> group.owner().name()).toList();
  }

  @Test
  void aFileThatComesLaterIsFoundWithTheLimits() {
    container("one", 5, 0);
    assertEquals(true, peak().isEmpty());
    write("memory" + POD + "/one", Map.of("memory.max_usage_in_bytes", "8192"));
    pass(Duration.ofMinutes(5));
    assertEquals(Optional.of(8192L), peak());
  }

  @Test
  void noControlGroupsAtAllAreNoFault() {
    assertEquals(List.of(), reader.read().failures());
    assertEquals(true, reader.read().present().isEmpty());
  }

  private CgroupTree tree() {
    clock.now = clock.now.plusSeconds(1);
    return reader.read().present().orElseThrow();
  }

  private void pass(Duration later) {
    tree();
    clock.now = clock.now.plus(later);
    tree();
  }

  private List<String> ids() {
    return tree().containers().stream().map(group -> group.owner().id()).sorted().toList();
  }

  private long kills() {
    return tree().pods().getFirst().oomKills().present().orElseThrow();
  }

  private Optional<Long> cpuTime() {
    return tree().containers().getFirst().cpu().time().present().map(CpuTime::usageNanos);
  }

  private Optional<Long> peak() {
    return tree().containers().getFirst().memory().peak().present();
  }

  private long workingSet() {
    return tree().containers().getFirst().memory().detail().present().orElseThrow().workingSet();
  }

  private void container(String id, long nanos, long kills) {
    String group = POD + '/' + id;
    write(
        "cpuacct" + group, Map.of("cpuacct.usage", "" + nanos, "cpuacct.stat", "user 1\nsystem 2"));
    write("memory" + group, Map.of("memory.oom_control", "under_oom 0\noom_kill " + kills));
    memory(id, 4096, 0);
  }

  private void memory(String id, long usage, long inactive) {
    write(
        "memory" + POD + '/' + id,
        Map.of(
            "memory.usage_in_bytes",
            "" + usage,
            "memory.stat",
            """
            hierarchical_memory_limit 9223372036854771712
            total_cache 0
            total_rss 4096
            total_mapped_file 0
            total_dirty 0
            total_writeback 0
            total_pgfault 1
            total_pgmajfault 0
            total_inactive_file %d
            total_active_file 0
            total_unevictable 0
            """
                .formatted(inactive)));
  }

  private void write(String directory, Map<String, String> files) {
    Path group = sys.resolve("fs/cgroup/" + directory);
    try {
      Files.createDirectories(group);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(group.resolve(file.getKey()), file.getValue() + '\n');
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void remove(String id) {
    for (String hierarchy : List.of("memory", "cpuacct")) {
      delete(sys.resolve("fs/cgroup/" + hierarchy + POD + '/' + id));
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
