package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.OomCounts;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.recent.Peaks;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.Limit;
import dev.plimsoll.collectors.cgroup.Memory;
import dev.plimsoll.collectors.cgroup.MemoryLimits;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What is known of one container of a pod.
///
/// @param name as the spec has it; of a container that nobody told of, the beginning of its id
/// @param spec empty where nobody told of it
/// @param group empty where it does not run
/// @param insight empty where no process of it was seen
/// @param peaks of the last minute
/// @param probes how each of its probes does, as far as the kubelet tells
record ContainerFacts(
    String name,
    Optional<PodContainer> spec,
    Optional<Cgroup<CgroupOwner.Container>> group,
    Optional<ContainerInsight> insight,
    Optional<Peaks> peaks,
    Optional<OomCounts> ooms,
    Map<Probe.Type, ProbeResults.History> probes) {
  private static final double PERCENT = 100;

  /// What the control group has, or else the spec.
  OptionalDouble memoryLimit() {
    OptionalLong limit =
        group
            .flatMap(found -> found.memory().limits().present())
            .map(MemoryLimits::effective)
            .map(Limit::value)
            .orElse(OptionalLong.empty());
    if (limit.isPresent()) return OptionalDouble.of((double) limit.getAsLong());
    return spec.map(told -> told.resources().limits().get("memory")).orElse(OptionalDouble.empty());
  }

  OptionalLong memoryPeak() {
    return number(group.flatMap(found -> found.memory().peak().present()));
  }

  OptionalLong workingSet() {
    return number(
        group.flatMap(found -> found.memory().detail().present()).map(Memory::workingSet));
  }

  private static OptionalLong number(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// The share of the periods of its quota in which it was used up, in the worst second of the last
  /// minute.
  OptionalDouble throttled() {
    return peaks.map(Peaks::throttled).orElse(OptionalDouble.empty());
  }

  /// The share of the last ten seconds in which some task stood still for want of it.
  OptionalDouble cpuStall() {
    return stall(group.map(found -> found.pressure().cpu()));
  }

  OptionalDouble memoryStall() {
    return stall(group.map(found -> found.pressure().memory()));
  }

  OptionalDouble ioStall() {
    return stall(group.map(found -> found.pressure().io()));
  }

  private static OptionalDouble stall(Optional<Section<Pressure>> pressure) {
    return pressure
        .flatMap(Section::present)
        .flatMap(Pressure::some)
        .map(some -> OptionalDouble.of(some.avg10() / PERCENT))
        .orElse(OptionalDouble.empty());
  }
}
