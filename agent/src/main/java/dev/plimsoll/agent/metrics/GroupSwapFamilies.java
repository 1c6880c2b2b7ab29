package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.CgroupMemory;
import dev.plimsoll.collectors.cgroup.Limit;
import dev.plimsoll.collectors.cgroup.MemoryLimits;
import dev.plimsoll.collectors.cgroup.SwapLimit;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// What of a control group is in swap, how much of it may be, and where it is slowed down before it
/// comes to its limit.
final class GroupSwapFamilies {
  private final Family swap;
  private final Family limit;
  private final Family ratio;
  private final Family high;
  private final Family highRatio;

  /// @param prefix of all names, `plimsoll_pod_`
  /// @param of whose the group is, for a reader: `pod`
  /// @param labels that every series carries
  GroupSwapFamilies(String prefix, String of, String... labels) {
    swap =
        Family.gauge(
            prefix + "memory_swap_bytes",
            "Memory of the "
                + of
                + " that is in swap, in bytes (memory.swap.current, memory.stat).",
            labels);
    limit =
        Family.gauge(
            prefix + "memory_swap_limit_bytes",
            "Memory that the "
                + of
                + " may have in swap, in bytes, in cgroup v1 in memory and swap together: the least"
                + " limit of it and the groups above (memory.swap.max,"
                + " memory.memsw.limit_in_bytes).",
            labels);
    ratio =
        Family.gauge(
            prefix + "memory_swap_limit_ratio",
            "What the "
                + of
                + " has in swap as a ratio of that limit, in cgroup v1 in memory and swap"
                + " (memory.swap.current, memory.stat).",
            labels);
    high =
        Family.gauge(
            prefix + "memory_high_bytes",
            "Memory above which the "
                + of
                + " is slowed down to reclaim, in bytes (memory.high of cgroup v2).",
            labels);
    highRatio =
        Family.gauge(
            prefix + "memory_high_ratio",
            "Memory charged to the "
                + of
                + " as a ratio of what it is slowed down at (memory.current, memory.high).",
            labels);
  }

  List<Family> all() {
    return List.of(swap, limit, ratio, high, highRatio);
  }

  void write(CgroupMemory memory, Labels labels, Sink sink) {
    memory.swap().present().ifPresent(bytes -> sink.sample(swap, labels, bytes));
    memory.limits().present().ifPresent(limits -> write(limits, memory, labels, sink));
  }

  private void write(MemoryLimits limits, CgroupMemory memory, Labels labels, Sink sink) {
    Optional<Long> usage = memory.usage().present();
    if (limits.high() instanceof Limit.Limited(long most)) {
      sink.sample(high, labels, most);
      usage.ifPresent(bytes -> sample(highRatio, bytes, most, labels, sink));
    }
    SwapLimit swaps = limits.swap();
    if (!(swaps.effective() instanceof Limit.Limited(long most))) return;
    sink.sample(limit, labels, most);
    Optional<Long> swapped = memory.swap().present();
    if (usage.isEmpty() || swapped.isEmpty()) return;
    sample(ratio, swaps.counted(usage.get(), swapped.get()), most, labels, sink);
  }

  private static void sample(Family family, long bytes, long most, Labels labels, Sink sink) {
    if (most > 0) sink.sample(family, labels, (double) bytes / most);
  }
}
