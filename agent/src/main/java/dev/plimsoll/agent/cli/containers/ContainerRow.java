package dev.plimsoll.agent.cli.containers;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.Limit;
import dev.plimsoll.collectors.cgroup.Memory;
import dev.plimsoll.collectors.cgroup.MemoryEvents;
import dev.plimsoll.collectors.cgroup.MemoryLimits;
import dev.plimsoll.collectors.cgroup.Pids;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One container between two readings. What could not be read, or does not apply, is empty.
///
/// @param cores CPUs that it took: 1 is one CPU all the time
/// @param throttled the share of the periods of its CPU quota in which it used it up; 0 where it
///   did not want to run, empty without a quota
/// @param restarts how often it was started again
/// @param ageSeconds since its control group was made
public record ContainerRow(
    Cgroup<?> group,
    ContainerName name,
    OptionalDouble cores,
    OptionalDouble throttled,
    OptionalLong restarts,
    long ageSeconds) {
  private static final double PERCENT = 100;
  private static final double NANOS_PER_SECOND = 1e9;

  /// The runtime's id.
  public String id() {
    return switch (group.owner()) {
      case CgroupOwner.Container container -> container.id();
      case CgroupOwner.LoneContainer container -> container.id();
      case CgroupOwner.Monitor _, CgroupOwner.Pod _, CgroupOwner.Unit _, CgroupOwner.Other _ -> "";
    };
  }

  /// Since it was made.
  public OptionalDouble cpuSeconds() {
    return group
        .cpu()
        .time()
        .present()
        .map(CpuTime::usageNanos)
        .map(nanos -> OptionalDouble.of(nanos / NANOS_PER_SECOND))
        .orElse(OptionalDouble.empty());
  }

  /// The least quota of it and of the groups above, in CPUs.
  public OptionalDouble cpuLimit() {
    return group.cpu().effectiveCores().present().orElse(OptionalDouble.empty());
  }

  public OptionalLong memoryUsage() {
    return number(group.memory().usage());
  }

  public OptionalLong workingSet() {
    return number(group.memory().detail().map(Memory::workingSet));
  }

  public OptionalLong unreclaimable() {
    return number(group.memory().detail().map(Memory::unreclaimable));
  }

  /// The least limit of it and of the groups above.
  public OptionalLong memoryLimit() {
    return group
        .memory()
        .limits()
        .present()
        .map(MemoryLimits::effective)
        .map(Limit::value)
        .orElse(OptionalLong.empty());
  }

  /// The working set as a part of the limit.
  public OptionalDouble memoryRatio() {
    OptionalLong limit = memoryLimit();
    OptionalLong used = workingSet();
    return limit.isPresent() && limit.getAsLong() > 0 && used.isPresent()
        ? OptionalDouble.of((double) used.getAsLong() / limit.getAsLong())
        : OptionalDouble.empty();
  }

  public OptionalLong oomKills() {
    return number(group.memory().events().map(MemoryEvents::oomKills));
  }

  public OptionalLong tasks() {
    return number(group.pids().map(Pids::current));
  }

  public OptionalLong tasksLimit() {
    return group
        .pids()
        .present()
        .map(Pids::effective)
        .map(Limit::value)
        .orElse(OptionalLong.empty());
  }

  public OptionalDouble cpuStall() {
    return stall(group.pressure().cpu());
  }

  public OptionalDouble memoryStall() {
    return stall(group.pressure().memory());
  }

  public OptionalDouble ioStall() {
    return stall(group.pressure().io());
  }

  /// The share of the last ten seconds in which some task stood still.
  private static OptionalDouble stall(Section<Pressure> pressure) {
    return pressure
        .present()
        .flatMap(Pressure::some)
        .map(some -> OptionalDouble.of(some.avg10() / PERCENT))
        .orElse(OptionalDouble.empty());
  }

  /// The greatest of its stalls.
  public OptionalDouble worstStall() {
    OptionalDouble worst = OptionalDouble.empty();
    for (OptionalDouble stall : new OptionalDouble[] {cpuStall(), memoryStall(), ioStall()}) {
      if (stall.isPresent() && stall.getAsDouble() > worst.orElse(-1)) worst = stall;
    }
    return worst;
  }

  private static OptionalLong number(Section<Long> section) {
    return section.present().map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
