package dev.plimsoll.agent.recent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.collectors.FastReadings;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ReadTimes;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Duration;
import java.util.Arrays;
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

  @Test
  void whoComesToAnothersPlaceInTheListKeepsItsOwnMinute() {
    CgroupOwner.LoneContainer other =
        new CgroupOwner.LoneContainer("b", CgroupOwner.ContainerRuntime.UNKNOWN);
    NodeSnapshot both =
        with(0, List.of(SampleGroup.ran(0).group(), SampleGroup.ran(0).group(other)));
    keeper.snapshot(node, both);
    NodeSnapshot swapped =
        with(1, List.of(SampleGroup.ran(250).group(other), SampleGroup.ran(500).group()));
    keeper.snapshot(both, swapped);
    keeper.snapshot(swapped, with(2, List.of(SampleGroup.ran(500).group())));
    assertEquals(0.5, minute().peaks().cores().orElseThrow(), 1e-6);
    assertEquals(2, minute().cores().count());
    assertTrue(keeper.of(other).isEmpty());
  }

  private ContainerMinute minute() {
    return keeper.of(SampleGroup.OWNER).orElseThrow();
  }

  private NodeSnapshot with(SampleGroup group, long second) {
    return with(second, List.of(group.group()));
  }

  private NodeSnapshot with(long second, List<Cgroup<CgroupOwner.LoneContainer>> groups) {
    long[] times = new long[groups.size()];
    Arrays.fill(times, Duration.ofSeconds(second).toNanos());
    CgroupTree known = node.fast().cgroups().section().present().orElseThrow();
    CgroupTree tree =
        new CgroupTree(
            known.layout(),
            List.of(),
            new ReadTimes(),
            groups,
            new ReadTimes(times),
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
