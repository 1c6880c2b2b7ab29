package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.PodTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZombieFinderTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void zombiesAreCountedByTheirParents(boolean isUnified) throws IOException {
    BuiltNode node = new BuiltNode(root, isUnified, PodTable.empty());
    node.process(100, BuiltNode.SHIM, "server").inside(1).write();
    node.process(101, 100, "worker").session(100).write();
    for (int pid = 110; pid < 113; pid++) node.process(pid, 101, "curl").ended().write();
    node.process(120, 100, "sh").ended().write();
    assertEquals(List.of("101 worker false 3/0", "100 server true 1/0"), parents(node));
    node.process(121, 100, "sh").ended().write();
    node.end(110);
    assertEquals(List.of("100 server true 2/1", "101 worker false 2/2"), parents(node));
  }

  /// `pid comm isFirst zombies/lasting`
  private static List<String> parents(BuiltNode node) throws IOException {
    return node.look().zombies().stream()
        .map(
            each ->
                "%d %s %s %d/%d"
                    .formatted(
                        each.id().pid(),
                        each.comm(),
                        each.isFirst(),
                        each.zombies(),
                        each.lasting()))
        .toList();
  }
}
