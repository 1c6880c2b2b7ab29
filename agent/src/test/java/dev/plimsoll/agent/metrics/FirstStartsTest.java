package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// When containers began, by their processes and without them.
class FirstStartsTest {
  private final NodeSnapshot node = CapturedNode.read("v2");
  private final Cgroup<CgroupOwner.Container> group =
      node.fast().cgroups().section().present().orElseThrow().containers().getFirst();

  @Test
  void theOldestProcessOfAGroupTells() {
    FirstStarts starts = FirstStarts.of(node);
    assertTrue(starts.seconds().size() > 2, starts.seconds()::toString);
    double boot = node.fast().stat().section().present().orElseThrow().bootTime().orElseThrow();
    assertTrue(starts.seconds().values().stream().allMatch(start -> start >= boot));
  }

  @Test
  void aGroupWithoutAProcessBeganWhenItWasMade() {
    double made = group.since().toEpochMilli() / 1e3;
    assertEquals(OptionalDouble.of(made), new FirstStarts(Map.of(), Instant.MAX).of(group));
    assertEquals(
        OptionalDouble.of(7), new FirstStarts(Map.of(group.path(), 7.0), Instant.MAX).of(group));
  }

  @Test
  void aGroupThatIsYoungerThanTheTableOfProcessesWaitsForIt() {
    assertEquals(OptionalDouble.empty(), new FirstStarts(Map.of(), group.since()).of(group));
  }
}
