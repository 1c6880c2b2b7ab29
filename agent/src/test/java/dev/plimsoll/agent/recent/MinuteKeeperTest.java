package dev.plimsoll.agent.recent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.collectors.FastReadings;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ReadTimes;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteKeeperTest {
  private final NodeSnapshot node = CapturedNode.read("v2");
  private final MinuteKeeper keeper = new MinuteKeeper();

  @Test
  void aPassCountsOnceHoweverManySnapshotsShowIt() {
    NodeSnapshot first = with(SampleGroup.ran(0), 0);
    keeper.snapshot(first, first);
    NodeSnapshot second = with(SampleGroup.ran(500), 1);
    keeper.snapshot(first, second);
    keeper.snapshot(second, second.with(node.counters()));
    assertEquals(1, minute().cores().count());
    assertEquals(0.5, minute().peaks().cores().orElseThrow(), 1e-6);
  }

  @Test
  void aContainerIsForgottenWithItsGroup() {
    NodeSnapshot there = with(SampleGroup.ran(0), 0);
    keeper.snapshot(node, node);
    keeper.snapshot(node, there);
    assertTrue(keeper.of(SampleGroup.OWNER).isPresent());
    keeper.snapshot(there, node.with(fast(new Section.Absent<>("not now"))));
    assertTrue(keeper.of(SampleGroup.OWNER).isPresent());
    keeper.snapshot(there, CapturedNode.read("v2"));
    assertTrue(keeper.of(SampleGroup.OWNER).isEmpty());
  }

  private ContainerMinute minute() {
    return keeper.of(SampleGroup.OWNER).orElseThrow();
  }

  private NodeSnapshot with(SampleGroup group, long second) {
    CgroupTree known = node.fast().cgroups().section().present().orElseThrow();
    CgroupTree tree =
        new CgroupTree(
            known.layout(),
            List.of(),
            new ReadTimes(),
            List.of(group.group()),
            new ReadTimes(Duration.ofSeconds(second).toNanos()),
            List.of(),
            List.of(),
            List.of(),
            known.turnover(),
            List.of(),
            0,
            false);
    return node.with(fast(new Section.Present<>(tree)));
  }

  private FastReadings fast(Section<CgroupTree> tree) {
    FastReadings fast = node.fast();
    Reading<CgroupTree> last = fast.cgroups();
    return new FastReadings(
        fast.stat(),
        fast.memInfo(),
        fast.pressure(),
        new Reading<>(last.source(), tree, last.at(), last.took()));
  }
}
