package dev.plimsoll.collectors.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.ClockState;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.node.AccessCache.Hash;
import dev.plimsoll.collectors.node.SeLinux.Mode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The node as a whole, from files that were built, and its clock, which is that of this machine.
class NodeSectionsTest {
  private final KernelReader reader = new KernelReader();
  private final Roots roots = Fixture.roots("subsystems");

  @Test
  void memoryOfEachNode() {
    Section<NumaMemory> section = NumaMemory.read(reader, roots);
    assertEquals(List.of(), section.failures());
    List<NumaMemory.Node> nodes = section.present().orElseThrow().nodes();
    assertEquals(List.of("0", "1"), nodes.stream().map(NumaMemory.Node::number).toList());
    NumaMemory.Node second = nodes.getLast();
    assertEquals(10_053_844L * 1024, second.values().get("MemTotal"));
    assertEquals(0, second.values().get("HugePages_Total"));
    assertEquals(59_903_805L, second.allocations().get("other_node"));
  }

  @Test
  void seLinux() {
    Section<SeLinux> section = SeLinux.read(reader, roots);
    assertEquals(List.of(), section.failures());
    SeLinux state = section.present().orElseThrow();
    assertTrue(state.enforcing());
    assertEquals(Optional.of(Mode.PERMISSIVE), state.configured());
    AccessCache cache = state.cache().orElseThrow();
    assertEquals(
        Map.of(
            "lookups", 195_462_794L,
            "hits", 195_409_559L,
            "misses", 53_235L,
            "allocations", 54_023L,
            "reclaims", 51_872L,
            "frees", 52_712L),
        cache.counts());
    assertEquals(new Hash(503, 283, 512, 7), cache.hash());
    assertEquals(512, cache.threshold());
  }

  @Test
  void theLastModeOfTheConfigurationCounts() {
    assertEquals(Optional.of(Mode.DISABLED), mode("SELINUX=enforcing\n SELINUX= disabled \n"));
    assertEquals(Optional.empty(), mode("# SELINUX=enforcing\nSELINUXTYPE=targeted\n"));
    assertEquals(Optional.empty(), mode("SELINUX=sometimes\n"));
  }

  private static Optional<Mode> mode(String text) {
    return SeLinux.mode(new KernelText("config", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void absentWhereTheKernelHasNone() {
    Roots none = Fixture.roots("no-such-tree");
    assertInstanceOf(Section.Absent.class, SeLinux.read(reader, none));
    assertInstanceOf(Section.Absent.class, NumaMemory.read(reader, none));
  }

  @Test
  void aCopyOfProcHasNoClock() {
    assertInstanceOf(Section.Absent.class, MachineClock.read(reader, roots));
    assertInstanceOf(
        Section.Failed.class, MachineClock.read(reader, Fixture.roots("no-such-tree")));
  }

  @Test
  void theClockOfThisMachine() {
    Section<ClockState> section = MachineClock.read(reader, new Roots("/proc", "/sys", "/"));
    ClockState clock = section.present().orElseThrow();
    assertTrue(clock.state() >= 0 && clock.state() <= 5, clock::toString);
    assertTrue(clock.tick() >= 9_000 && clock.tick() <= 11_000, clock::toString);
    assertTrue(clock.maxError() >= 0, clock::toString);
  }
}
