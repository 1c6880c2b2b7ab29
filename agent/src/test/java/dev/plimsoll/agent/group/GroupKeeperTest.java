package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GroupKeeperTest {
  private final NodeSnapshot node =
      captured("v2").read().with(captured("containers").readProcesses());
  private final NodeSnapshot lost = node.with(reader("/nowhere").readFast());

  @Test
  void aTableWaitsUntilItIsKnownHowLongATickIs() {
    GroupKeeper keeper = keeper(PodIndex::standAlone);
    keeper.snapshot(lost, lost);
    assertEquals(List.of(), keeper.groups().own());
    keeper.snapshot(lost, node);
    assertFalse(keeper.groups().own().isEmpty());
  }

  @Test
  void aTickStaysAsLongAsItWas() {
    GroupKeeper keeper = keeper(PodIndex::standAlone);
    keeper.snapshot(node, node);
    keeper.snapshot(node, lost.with(reader("/nowhere").readProcesses()));
    assertEquals(1, keeper.groups().errors().passes());
  }

  @Test
  void aTableThatBrokeOffDoesNotCountAgain() {
    Supplier<PodIndex> failing =
        () -> {
          throw new IllegalStateException("no pods");
        };
    GroupKeeper keeper = keeper(failing);
    assertThrows(IllegalStateException.class, () -> keeper.snapshot(node, node));
    assertFalse(keeper.groups().current());
    keeper.snapshot(node, node);
    NodeSnapshot next = node.with(reader("/nowhere").readProcesses());
    assertThrows(IllegalStateException.class, () -> keeper.snapshot(node, next));
    assertTrue(keeper.groups().own().isEmpty());
  }

  private static GroupKeeper keeper(Supplier<PodIndex> pods) {
    GroupTracker tracker =
        new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString);
    return new GroupKeeper(tracker, pods);
  }

  private static NodeReader captured(String name) {
    return reader("../collectors/src/test/resources/fixtures/" + name);
  }

  private static NodeReader reader(String root) {
    Roots roots = new Roots(root + "/proc", root + "/sys", root + "/root");
    return new NodeReader(roots, Clock.systemUTC(), Set.of());
  }
}
