package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.cgroup.CgroupOwner.ContainerRuntime;
import dev.plimsoll.collectors.cgroup.CgroupOwner.Qos;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is added up of a pod's containers goes on where one takes the place of another.
class PodSumsTest {
  private static final String POD = "33333333-3333-4333-8333-333333333333";
  private final PodSums sums = new PodSums();

  private static CgroupOwner.Container owner(String id) {
    return new CgroupOwner.Container(POD, id, ContainerRuntime.UNKNOWN, Qos.BURSTABLE);
  }

  private void see(String id, Section<Throttling> throttling, Section<IoStat> io, long kills) {
    OptionalLong none = OptionalLong.empty();
    sums.note(
        new Cgroup<>(
            "/" + id,
            owner(id),
            Instant.EPOCH,
            Instant.EPOCH,
            new CgroupCpu(absent(), throttling, absent(), absent(), absent()),
            new CgroupMemory(
                absent(),
                absent(),
                absent(),
                absent(),
                absent(),
                absent(),
                new Section.Present<>(new MemoryEvents(none, none, none, kills)),
                absent()),
            new CgroupPressure(absent(), absent(), absent()),
            absent(),
            io,
            absent()));
  }

  private static <T> Section<T> absent() {
    return new Section.Absent<>("not in this test");
  }

  private static Section<Throttling> throttled(long periods) {
    return new Section.Present<>(
        new Throttling(
            periods, periods / 2, periods * 10, OptionalLong.of(1), OptionalLong.empty()));
  }

  private static Section<IoStat> read(String device, long bytes) {
    return new Section.Present<>(
        new IoStat(List.of(new IoStat.Device(device, bytes, 2 * bytes, bytes / 512, 1))));
  }

  @Test
  void throttlingOutlivesTheContainer() {
    see("one", throttled(100), absent(), 0);
    see("one", throttled(160), absent(), 0);
    see("two", throttled(40), absent(), 0);
    assertEquals(
        new Section.Present<>(
            new Throttling(200, 100, 2_000, OptionalLong.of(2), OptionalLong.empty())),
        sums.of(POD).throttling());
  }

  @Test
  void inputAndOutputOutlivesTheContainerByDisk() {
    see("one", absent(), read("8:0", 4_096), 0);
    see("two", absent(), read("8:0", 512), 0);
    see("two", absent(), read("8:16", 1_024), 0);
    assertEquals(
        List.of(
            new IoStat.Device("8:0", 4_608, 9_216, 9, 2),
            new IoStat.Device("8:16", 1_024, 2_048, 2, 1)),
        sums.of(POD).io().present().orElseThrow().devices());
  }

  @Test
  void aReadingThatFailedTakesNothingBackAndCountsNothingTwice() {
    see("one", throttled(100), read("8:0", 4_096), 2);
    see("one", absent(), absent(), 2);
    see("one", throttled(110), read("8:0", 4_608), 3);
    assertEquals(110, sums.of(POD).throttling().present().orElseThrow().periods());
    assertEquals(4_608, sums.of(POD).io().present().orElseThrow().devices().getFirst().readBytes());
    assertEquals(3, sums.of(POD).oomKills());
  }

  @Test
  void nothingThatIsToldIsNoZero() {
    see("one", absent(), absent(), 0);
    assertInstanceOf(Section.Absent.class, sums.of(POD).throttling());
    assertInstanceOf(Section.Absent.class, sums.of(POD).io());
  }

  @Test
  void aContainerThatAWalkDidNotSeeDoesNotCountAnew() {
    see("one", throttled(100), absent(), 4);
    sums.keep(List.of(POD), Set.of());
    see("one", throttled(100), absent(), 4);
    assertEquals(4, sums.of(POD).oomKills());
    assertEquals(100, sums.of(POD).throttling().present().orElseThrow().periods());
  }

  @Test
  void restartsWithoutEndLeaveNothingBehind() {
    for (int restart = 0; restart < 10_000; restart++) {
      String id = "c" + restart;
      see(id, throttled(2), absent(), 1);
      sums.keep(List.of(POD), Set.of(owner(id)));
    }
    assertEquals(10_000, sums.of(POD).oomKills());
    assertTrue(sums.size() < 100, () -> sums.size() + " are remembered");
    sums.keep(List.of(), Set.of());
    assertEquals(0, sums.size());
  }
}
