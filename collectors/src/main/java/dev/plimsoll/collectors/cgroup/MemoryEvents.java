package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;
import java.util.OptionalLong;

/// How often a group's memory came to a limit, since it was made. In v2 the counts include all
/// groups below and outlive them; in v1 each group counts for itself alone.
///
/// @param high times that its tasks were throttled because it was over `memory.high`; v2 only
/// @param max times that it came to `memory.max`; v2 only
/// @param oom times that nothing could be reclaimed there; v2 only
/// @param oomKills processes that the OOM killer ended
public record MemoryEvents(OptionalLong high, OptionalLong max, OptionalLong oom, long oomKills) {
  private static final List<String> V2 = List.of("high ", "max ", "oom ", "oom_kill ");
  private static final List<String> V1 = List.of("oom_kill ");

  /// `memory.events` of cgroup v2: `low 0`, `high 0`, `max 12`, `oom 3`, `oom_kill 3`.
  static MemoryEvents parse(KernelText text) throws MalformedSourceException {
    KeyedNumbers numbers = KeyedNumbers.parse(text, V2);
    return new MemoryEvents(
        numbers.get("high "),
        numbers.get("max "),
        numbers.get("oom "),
        numbers.require("oom_kill "));
  }

  /// `memory.oom_control` of cgroup v1: `oom_kill_disable 0`, `under_oom 0`, `oom_kill 10`.
  static MemoryEvents parseV1(KernelText text) throws MalformedSourceException {
    KeyedNumbers numbers = KeyedNumbers.parse(text, V1);
    return new MemoryEvents(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        numbers.require("oom_kill "));
  }
}
