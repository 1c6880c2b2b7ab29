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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of a group that cannot be read, here a directory of its name, is no value and no zero.
class UnreadableGroupFilesTest {
  private static final String POD = "/kubepods/pod66666666-6666-4666-8666-666666666666";
  private static final String CONTAINER = POD + "/one";

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

  private void unifiedGroup() throws IOException {
    write("/cgroup.controllers", "cpu memory pids");
    write(CONTAINER + "/cpu.stat", "usage_usec 5\nuser_usec 2\nsystem_usec 3");
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
