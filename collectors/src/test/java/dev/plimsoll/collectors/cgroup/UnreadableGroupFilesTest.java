package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of a group that cannot be read, here a directory of its name, is no value and no zero.
class UnreadableGroupFilesTest {
  private static final String POD = "/kubepods/pod66666666-6666-4666-8666-666666666666";
  private static final String CONTAINER = POD + "/one";
  private static final Limit NONE = Limit.unlimited();

  @TempDir private Path sys;

  @Test
  void aPodsUnreadableEventsAreNoKillsOfNone() throws IOException {
    unifiedGroup();
    unreadable(POD + "/memory.events");
    assertInstanceOf(Section.Failed.class, pod().oomKills());
  }

  @Test
  void aPodWithoutMemoryControllerHasNoCountOfKills() throws IOException {
    unifiedGroup();
    assertInstanceOf(Section.Absent.class, pod().oomKills());
  }

  @Test
  void aPodsEventsAreItsKills() throws IOException {
    unifiedGroup();
    write(POD + "/memory.events", "high 0\nmax 0\noom 0\noom_kill 3");
    assertEquals(new Section.Present<>(3L), pod().oomKills());
  }

  @Test
  void anUnreadableLimitAboveIsNotUnlimitedAndIsCounted() throws IOException {
    unifiedGroup();
    write(CONTAINER + "/memory.current", "4096");
    for (String file : List.of("memory.max", "pids.max")) {
      write(CONTAINER + '/' + file, "7");
      unreadable("/kubepods/" + file);
    }
    write(CONTAINER + "/cpu.max", "max 100000");
    write(CONTAINER + "/pids.current", "2");
    unreadable("/kubepods/cpu.max");
    Cgroup<?> container = container();
    assertEquals(
        new MemoryLimits(
            new Limit.Limited(7),
            new Limit.Unknown(),
            NONE,
            new SwapLimit(SwapLimit.Scale.SWAP, NONE, NONE)),
        container.memory().limits().present().orElseThrow());
    assertEquals(
        new Pids(2, new Limit.Limited(7), new Limit.Unknown()),
        container.pids().present().orElseThrow());
    assertInstanceOf(Section.Failed.class, container.cpu().effectiveCores());
    assertEquals(
        Set.of("cpu.max", "memory.max", "pids.max"),
        tree().failures().stream()
            .map(failure -> failure.path().substring(failure.path().lastIndexOf('/') + 1))
            .collect(Collectors.toSet()));
  }

  @Test
  void limitsThatNoKernelFileNamesAreNone() throws IOException {
    unifiedGroup();
    write(CONTAINER + "/pids.current", "2");
    assertEquals(new Section.Present<>(new Pids(2, NONE, NONE)), container().pids());
    assertEquals(new Section.Present<>(OptionalDouble.empty()), container().cpu().effectiveCores());
  }

  @Test
  void operationsThatCannotBeReadAreNotZero() throws IOException {
    String disk = "254:0 Read 4096\n254:0 Write 0\nTotal 4096";
    write("/blkio" + CONTAINER + "/blkio.throttle.io_service_bytes_recursive", disk);
    write("/blkio" + CONTAINER + "/blkio.throttle.io_serviced_recursive", disk);
    assertEquals(
        new Section.Present<>(new IoStat(List.of(new IoStat.Device("254:0", 4096, 0, 4096, 0)))),
        container().io());
    String file = "/blkio" + CONTAINER + "/blkio.throttle.io_serviced_recursive";
    Files.delete(sys.resolve("fs/cgroup" + file));
    unreadable(file);
    assertInstanceOf(Section.Failed.class, container().io());
  }

  @Test
  void aQuotaAboveCountsInItsOwnPeriod() throws IOException {
    write("/cpu" + CONTAINER + "/cpu.cfs_quota_us", "-1");
    write("/cpu" + CONTAINER + "/cpu.cfs_period_us", "100000");
    write("/cpu" + POD + "/cpu.cfs_quota_us", "5000");
    write("/cpu" + POD + "/cpu.cfs_period_us", "10000");
    assertEquals(new Section.Present<>(OptionalDouble.of(0.5)), container().cpu().effectiveCores());
  }

  private void unifiedGroup() throws IOException {
    write("/cgroup.controllers", "cpu memory pids");
    write(CONTAINER + "/cpu.stat", "usage_usec 5\nuser_usec 2\nsystem_usec 3");
  }

  private Cgroup<?> container() {
    return tree().present().orElseThrow().containers().getFirst();
  }

  private PodCgroup pod() {
    return tree().present().orElseThrow().pods().getFirst();
  }

  private Section<CgroupTree> tree() {
    Roots roots = new Roots(sys + "/none", sys.toString(), sys + "/none");
    try (CgroupReader reader =
        new CgroupReader(new KernelReader(), roots, Clock.systemUTC(), CgroupPace.usual())) {
      return reader.read();
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = sys.resolve("fs/cgroup" + file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + '\n');
  }

  private void unreadable(String file) throws IOException {
    Files.createDirectories(sys.resolve("fs/cgroup" + file));
  }
}
