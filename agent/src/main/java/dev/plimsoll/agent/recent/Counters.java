package dev.plimsoll.agent.recent;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.Throttling;
import java.util.Optional;

/// What is looked at of a container at every reading; empty where it is not known.
///
/// @param ran nanoseconds on any CPU
/// @param memory bytes charged to it
/// @param throttling where it has a CPU quota
record Counters(Optional<Long> ran, Optional<Long> memory, Optional<Throttling> throttling) {

  static Counters of(Cgroup<?> group) {
    return new Counters(
        group.cpu().time().present().map(CpuTime::usageNanos),
        group.memory().usage().present(),
        group.cpu().throttling().present().filter(quota -> quota.periods() > 0));
  }
}
