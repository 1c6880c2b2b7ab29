package dev.plimsoll.agent.cli.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.ContainerMetrics;
import dev.plimsoll.agent.metrics.PodMetrics;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics;
import dev.plimsoll.agent.recent.MinuteKeeper;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.cgroup.ContainerTurnover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred containers that come and go leave nothing behind: no series, no open file; and they
/// are counted.
class ShortLivedContainersTest {
  private static final int ROUNDS = 8;
  private static final int EACH = 25;
  private static final String POD = "kubepods/burstable/pod8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d/";

  @TempDir private Path root;
  private FakeGroups groups;

  @BeforeEach
  void oneContainerThatStays() throws IOException {
    groups = new FakeGroups(root);
    groups.container(POD + "f".repeat(64), 1_000, 0, 0);
  }

  private static String id(int round, int index) {
    return "%064x".formatted(round * EACH + index);
  }

  private void make(int round) throws IOException {
    for (int index = 0; index < EACH; index++) groups.container(POD + id(round, index), 5, 0, 0);
  }

  private void remove(int round) throws IOException {
    for (int index = 0; index < EACH; index++) {
      Path group = root.resolve("sys/fs/cgroup/" + POD + id(round, index));
      try (Stream<Path> files = Files.walk(group)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
  }

  private static int series(NodeSnapshot node) {
    int[] count = new int[1];
    PodView view = new PodView(node, PodIndex.standAlone());
    ContainerMetrics.write(view, new MinuteKeeper(), (_, _, _) -> count[0]++);
    PodMetrics.write(view, (_, _, _) -> count[0]++);
    CadvisorMetrics.write(view, Set.of(), (_, _, _) -> count[0]++);
    return count[0];
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static ContainerTurnover turnover(NodeSnapshot node) {
    return node.fast().cgroups().section().present().orElseThrow().turnover();
  }

  @Test
  void leaveNothingBehindAndAreCounted() throws IOException {
    try (NodeReader reader = new NodeReader(groups.roots(), Clock.systemUTC(), Set.of())) {
      NodeSnapshot node = reader.read().with(reader.readFast());
      int before = series(node);
      long openBefore = openFiles();
      for (int round = 0; round < ROUNDS; round++) {
        make(round);
        NodeSnapshot full = node.with(reader.readFast()).with(reader.readCounters());
        assertTrue(series(full) > before);
        remove(round);
        node = node.with(reader.readFast()).with(reader.readCounters());
      }
      node = node.with(reader.readFast());
      assertEquals(before, series(node));
      assertTrue(openFiles() <= openBefore, "more files are open than before");
      assertEquals(ROUNDS * EACH, turnover(node).started());
      assertEquals(ROUNDS * EACH, turnover(node).ended() + turnover(node).missed());
    }
  }
}
