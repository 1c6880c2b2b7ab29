package dev.plimsoll.agent.recent;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupCpu;
import dev.plimsoll.collectors.cgroup.CgroupMemory;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPressure;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.Throttling;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A container's group as a reading tells of it.
record SampleGroup(
    Section<CpuTime> time,
    long memory,
    Section<Throttling> throttling,
    long stoodMillis,
    Section<Pressure> disk) {
  static final CgroupOwner.LoneContainer OWNER =
      new CgroupOwner.LoneContainer("a", CgroupOwner.ContainerRuntime.UNKNOWN);

  /// One without a quota.
  static SampleGroup ran(long millis) {
    Section<CpuTime> time = new Section.Present<>(new CpuTime(millis * 1_000_000, 0, 0));
    return new SampleGroup(time, 0, absent(), 0, absent());
  }

  SampleGroup holding(long bytes) {
    return new SampleGroup(time, bytes, throttling, stoodMillis, disk);
  }

  SampleGroup throttled(long periods, long usedUp) {
    OptionalLong none = OptionalLong.empty();
    return new SampleGroup(
        time,
        memory,
        new Section.Present<>(new Throttling(periods, usedUp, 0, none, none)),
        stoodMillis,
        disk);
  }

  SampleGroup stood(long millis) {
    return new SampleGroup(time, memory, throttling, millis, disk);
  }

  /// What the file tells when it is read now; the same object stands for one that was not.
  static Section<Pressure> waited(long millis) {
    return new Section.Present<>(pressure(millis));
  }

  SampleGroup onDisk(Section<Pressure> waited) {
    return new SampleGroup(time, memory, throttling, stoodMillis, waited);
  }

  SampleGroup unread() {
    return new SampleGroup(absent(), memory, throttling, stoodMillis, disk);
  }

  Cgroup<CgroupOwner.LoneContainer> group() {
    return group(OWNER);
  }

  Cgroup<CgroupOwner.LoneContainer> group(CgroupOwner.LoneContainer owner) {
    return new Cgroup<>(
        "/a",
        owner,
        Instant.EPOCH,
        Instant.EPOCH,
        new CgroupCpu(time, throttling, absent(), absent(), absent()),
        new CgroupMemory(
            new Section.Present<>(memory),
            absent(),
            absent(),
            absent(),
            absent(),
            absent(),
            absent(),
            absent()),
        new CgroupPressure(new Section.Present<>(pressure(stoodMillis)), absent(), disk),
        absent(),
        absent(),
        absent());
  }

  private static Pressure pressure(long millis) {
    return new Pressure(Optional.of(new Pressure.Stall(0, 0, 0, millis * 1_000)), Optional.empty());
  }

  private static <T> Section<T> absent() {
    return new Section.Absent<>("not in this test");
  }
}
