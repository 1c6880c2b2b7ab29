package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.group.KernelUnits;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.process.ProcessId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What follows from the processes of all containers. Immutable.
///
/// @param containers those with a process
/// @param ooms what the OOM killer did to containers, by their names
/// @param units what times of processes are in
/// @param at when the processes were read
public record Insights(
    Map<CgroupOwner, ContainerInsight> containers,
    Map<ContainerName, OomCounts> ooms,
    Optional<KernelUnits> units,
    Instant at) {
  private static final Insights NONE =
      new Insights(Map.of(), Map.of(), Optional.empty(), Instant.EPOCH);

  public Insights {
    containers = Map.copyOf(containers);
    ooms = Map.copyOf(ooms);
  }

  /// Nothing has been read so far.
  public static Insights none() {
    return NONE;
  }

  public Optional<ContainerInsight> of(CgroupOwner container) {
    return Optional.ofNullable(containers.get(container));
  }

  /// What the OOM killer did to the container of that name.
  public Optional<OomCounts> ooms(ContainerName name) {
    return Optional.ofNullable(ooms.get(name));
  }

  /// The same with newer counts.
  Insights with(Map<ContainerName, OomCounts> newer) {
    return new Insights(containers, newer, units, at);
  }

  /// When a process started; empty where ticks are not known.
  public Optional<Instant> start(ProcessId process) {
    return units.map(known -> known.start(process));
  }

  /// How long it had run when the processes were read.
  public Optional<Duration> age(ProcessId process) {
    return start(process)
        .map(start -> start.isBefore(at) ? Duration.between(start, at) : Duration.ZERO);
  }
}
