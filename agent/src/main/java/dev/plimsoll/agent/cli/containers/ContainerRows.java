package dev.plimsoll.agent.cli.containers;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.Throttling;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Makes rows of two readings of the tree: pure. Containers of pods and of none; sandboxes too
/// where nobody tells that they are no more than that.
public final class ContainerRows {
  private static final double NANOS_PER_SECOND = 1e9;

  private final PodIndex names;

  /// @param names what containers are called, and how often they were started again
  public ContainerRows(PodIndex names) {
    this.names = names;
  }

  /// @param seconds between the two
  /// @param at when the later one was read
  public List<ContainerRow> between(CgroupTree before, CgroupTree now, double seconds, Instant at) {
    Map<CgroupOwner, Cgroup<?>> earlier = new HashMap<>();
    before.containers().forEach(group -> earlier.put(group.owner(), group));
    before.loneContainers().forEach(group -> earlier.put(group.owner(), group));
    List<ContainerRow> rows = new ArrayList<>();
    for (Cgroup<CgroupOwner.Container> group : now.containers()) {
      ContainerName name = names.name(group.owner());
      if (name.container().equals(ContainerName.SANDBOX)) continue;
      rows.add(row(earlier, group, name, names.restarts(group.owner().id()), seconds, at));
    }
    for (Cgroup<CgroupOwner.LoneContainer> group : now.loneContainers()) {
      ContainerName name = ContainerName.alone(group.owner());
      rows.add(row(earlier, group, name, OptionalLong.empty(), seconds, at));
    }
    return rows;
  }

  private static ContainerRow row(
      Map<CgroupOwner, Cgroup<?>> earlier,
      Cgroup<?> group,
      ContainerName name,
      OptionalLong restarts,
      double seconds,
      Instant at) {
    Cgroup<?> before = earlier.get(group.owner());
    return new ContainerRow(
        group,
        name,
        before == null ? OptionalDouble.empty() : cores(before, group, seconds),
        before == null ? OptionalDouble.empty() : throttled(before, group),
        restarts,
        Math.max(0, Duration.between(group.since(), at).toSeconds()));
  }

  private static OptionalDouble cores(Cgroup<?> before, Cgroup<?> now, double seconds) {
    Section<CpuTime> then = before.cpu().time();
    if (!(then instanceof Section.Present<CpuTime>(CpuTime had, var _))) {
      return OptionalDouble.empty();
    }
    if (!(now.cpu().time() instanceof Section.Present<CpuTime>(CpuTime has, var _))
        || seconds <= 0) {
      return OptionalDouble.empty();
    }
    long nanos = Math.max(0, has.usageNanos() - had.usageNanos());
    return OptionalDouble.of(nanos / NANOS_PER_SECOND / seconds);
  }

  private static OptionalDouble throttled(Cgroup<?> before, Cgroup<?> now) {
    boolean quota =
        now.cpu().bandwidth().present().map(most -> most.cores().isPresent()).orElse(false);
    Section<Throttling> then = before.cpu().throttling();
    if (!quota || !(then instanceof Section.Present<Throttling>(Throttling had, var _))) {
      return OptionalDouble.empty();
    }
    if (!(now.cpu().throttling() instanceof Section.Present<Throttling>(Throttling has, var _))) {
      return OptionalDouble.empty();
    }
    long periods = has.periods() - had.periods();
    long held = has.throttledPeriods() - had.throttledPeriods();
    return OptionalDouble.of(periods <= 0 ? 0 : Math.clamp((double) held / periods, 0, 1));
  }
}
