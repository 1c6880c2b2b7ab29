package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The OOM killer of the kernel that runs the test ends a child in a container whose first process
/// lives on.
class RealOomTest {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final String POD = "kubepods/pod44444444-4444-4444-8444-444444444444";
  private static final int LIMIT = 24 << 20;
  private static final int PATIENCE = 600;

  private final String own = "plimsoll-oom-" + ProcessHandle.current().pid();
  private final List<Path> made = new ArrayList<>();
  private final boolean unified = Files.exists(CGROUPS.resolve("cgroup.controllers"));
  private final Path hierarchy = unified ? CGROUPS : CGROUPS.resolve("memory");
  private CgroupReader reader;

  @BeforeEach
  void begin() throws IOException {
    boolean can = Files.isWritable(hierarchy) && controls();
    if (System.getenv("CI") != null) assertTrue(can, "limits of memory cannot be set");
    assumeTrue(can, "run it as root, with the memory controller on, to test the OOM killer");
    Roots roots = new Roots("/proc", "/sys", "/");
    reader = new CgroupReader(new KernelReader(), roots, Clock.systemUTC(), CgroupPace.usual());
  }

  private boolean controls() throws IOException {
    return !unified
        || Files.readString(CGROUPS.resolve("cgroup.subtree_control")).contains("memory");
  }

  @AfterEach
  void end() throws Exception {
    for (Path group : made.reversed()) remove(group);
    if (reader != null) reader.close();
  }

  @Test
  void aKilledChildCountsOnceAndSurvivesTheRestart() throws Exception {
    Path first = container("a".repeat(64));
    Process parent = start(first, "tail /dev/zero >/dev/null; echo lives; exec sleep 600");
    try {
      await(1, "a");
      assertEquals(1, kills().oomKills().present().orElseThrow());
      assertTrue(parent.isAlive(), "the container's first process is dead");
    } finally {
      parent.destroyForcibly().waitFor();
    }
    remove(first);
    made.remove(first);
    container("b".repeat(64));
    await(0, "b");
    assertEquals(1, kills().oomKills().present().orElseThrow());
  }

  /// Waits until the container is there and has counted so many.
  private void await(long count, String digit) throws InterruptedException {
    for (int wait = 0; wait < PATIENCE; wait++) {
      if (counted(digit) == count) return;
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(count, counted(digit));
  }

  private long counted(String digit) {
    return tree().containers().stream()
        .filter(group -> group.path().contains(own) && group.owner().id().startsWith(digit))
        .flatMap(group -> group.memory().events().present().stream())
        .mapToLong(MemoryEvents::oomKills)
        .findFirst()
        .orElse(-1);
  }

  private PodCgroup kills() {
    return tree().pods().stream()
        .filter(pod -> pod.group().path().contains(own))
        .findFirst()
        .orElseThrow();
  }

  private CgroupTree tree() {
    return reader.read().present().orElseThrow();
  }

  private Path container(String id) throws IOException {
    Path group = hierarchy.resolve(own).resolve(POD).resolve(id);
    for (Path step : missing(group)) {
      if (unified) Files.writeString(step.resolveSibling("cgroup.subtree_control"), "+memory");
      Files.createDirectory(step);
      made.add(step);
    }
    Files.writeString(
        group.resolve(unified ? "memory.max" : "memory.limit_in_bytes"), Integer.toString(LIMIT));
    return group;
  }

  private List<Path> missing(Path group) {
    return Stream.iterate(group, path -> !path.equals(hierarchy), Path::getParent)
        .filter(Files::notExists)
        .toList()
        .reversed();
  }

  private static Process start(Path group, String script) throws IOException {
    String join = "echo $$ >" + group.resolve("cgroup.procs") + " && ";
    return new ProcessBuilder("sh", "-c", join + script)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// A group can be removed once the kernel has let go of its last process.
  private static void remove(Path group) throws InterruptedException, IOException {
    for (int wait = 0; wait < PATIENCE; wait++) {
      try {
        Files.deleteIfExists(group);
        return;
      } catch (IOException _) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    Files.deleteIfExists(group);
  }
}
