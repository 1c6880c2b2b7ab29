package dev.plimsoll.agent.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.FastReadings;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupPace;
import dev.plimsoll.collectors.cgroup.CgroupReader;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ContainerTurnover;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodKeeperTest {
  private static final String POD = "2251d0ec-b51d-4e9b-916c-c62ba3c55c36";
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<PodTable> table = new AtomicReference<>(PodTable.empty());
  private final AtomicInteger asked = new AtomicInteger();
  private final PodKeeper keeper = new PodKeeper(table::get, asked::incrementAndGet);
  private final NodeSnapshot node = CapturedNode.read("v2");
  @TempDir private Path root;

  @Test
  void asksForAContainerAsLongAsItIsNew() throws IOException {
    CgroupTree tree = tree("a", 0);
    pass(tree, 0);
    pass(tree, 19);
    assertEquals(2, asked.get());
    pass(tree, 20);
    pass(tree, 21);
    assertEquals(2, asked.get());
  }

  @Test
  void seesThatOneTookAnothersPlace() throws IOException {
    CgroupTree first = tree("a", 0);
    pass(first, 0);
    pass(first, 30);
    assertEquals(1, asked.get());
    pass(tree("b", 1), 31);
    assertEquals(2, asked.get());
  }

  @Test
  void namesAnewWhereMoreIsKnown() throws IOException {
    CgroupTree tree = tree("a", 0);
    pass(tree, 0);
    pass(tree, 30);
    assertEquals("aaaaaaaaaaaa", name(tree).container());
    table.set(PodTable.of(Captured.pods("1.36/pods").pods()));
    pass(tree, 31);
    assertEquals(ContainerName.SANDBOX, name(tree).container());
    PodIndex known = keeper.pods();
    pass(tree, 32);
    assertSame(known, keeper.pods());
    table.set(PodTable.empty());
    pass(tree, 33);
    assertNotSame(known, keeper.pods());
  }

  private ContainerName name(CgroupTree tree) {
    return keeper.pods().name(tree.containers().getFirst().owner());
  }

  private void pass(CgroupTree tree, long second) {
    FastReadings fast = node.fast();
    Reading<CgroupTree> last = fast.cgroups();
    Reading<CgroupTree> now =
        new Reading<>(
            last.source(), new Section.Present<>(tree), FIRST.plusSeconds(second), last.took());
    keeper.snapshot(
        node, node.with(new FastReadings(fast.stat(), fast.memInfo(), fast.pressure(), now)));
  }

  /// One container.
  ///
  /// @param ended how many there were before it
  private CgroupTree tree(String letter, long ended) throws IOException {
    Path own = root.resolve(letter);
    String group = "sys/fs/cgroup/kubepods/burstable/pod" + POD + "/" + letter.repeat(64);
    Files.createDirectories(own.resolve(group));
    Files.writeString(own.resolve("sys/fs/cgroup/cgroup.controllers"), "cpu memory\n");
    Files.writeString(own.resolve(group + "/cpu.stat"), "usage_usec 0\n");
    Roots roots = new Roots(own + "/proc", own + "/sys", own.toString());
    try (CgroupReader cgroups =
        new CgroupReader(new KernelReader(), roots, Clock.systemUTC(), CgroupPace.usual())) {
      CgroupTree read = cgroups.read().present().orElseThrow();
      return turned(read, new ContainerTurnover(ended, ended, 0));
    }
  }

  private static CgroupTree turned(CgroupTree tree, ContainerTurnover turnover) {
    return new CgroupTree(
        tree.layout(),
        tree.containers(),
        tree.containersRead(),
        tree.loneContainers(),
        tree.loneRead(),
        tree.pods(),
        tree.units(),
        tree.above(),
        turnover,
        tree.unresolved(),
        tree.unresolvedCount(),
        tree.brokeOff());
  }
}
