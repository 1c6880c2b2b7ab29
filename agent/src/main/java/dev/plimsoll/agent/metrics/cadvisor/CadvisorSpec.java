package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cgroup.Limit;
import dev.plimsoll.collectors.cgroup.MemoryLimits;
import dev.plimsoll.collectors.cgroup.Pids;
import dev.plimsoll.collectors.proc.MemInfo;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a group may have, and when it was there. No limit shows as 0, as cAdvisor has it; the
/// root's limit is the machine.
final class CadvisorSpec {
  private static final Family MEMORY =
      CadvisorFamilies.gauge(
          "spec_memory_limit_bytes",
          "Bytes of memory that it may have, 0 for no limit (memory.max, memory.limit_in_bytes).");
  private static final Family SWAP =
      CadvisorFamilies.gauge(
          "spec_memory_swap_limit_bytes",
          "Bytes of swap that it may have, in cgroup v1 of memory and swap together, 0 for no limit"
              + " (memory.swap.max, memory.memsw.limit_in_bytes).");
  private static final Family THREADS =
      CadvisorFamilies.gauge("threads", "Threads (pids.current).");
  private static final Family THREADS_MAX =
      CadvisorFamilies.gauge("threads_max", "Threads that it may have, 0 for no limit (pids.max).");
  private static final Family START =
      CadvisorFamilies.gauge(
          "start_time_seconds", "When the control group was made, in seconds since 1970.");
  private static final Family LAST_SEEN =
      CadvisorFamilies.gauge("last_seen", "When it was last read, in seconds since 1970.");

  static final List<Family> FAMILIES =
      List.of(MEMORY, SWAP, THREADS, THREADS_MAX, START, LAST_SEEN);

  private CadvisorSpec() {}

  /// @param seen when the groups were read
  static void write(CadvisorRow row, Optional<MemInfo> machine, Instant seen, Sink sink) {
    Labels labels = row.labels();
    if (row.kind() == CadvisorRow.Kind.ROOT) {
      machine.ifPresent(memory -> writeRoot(memory, labels, sink));
    } else {
      row.group().memory().limits().present().ifPresent(limits -> write(limits, labels, sink));
      row.group().pids().present().ifPresent(pids -> write(pids, labels, sink));
    }
    sink.sample(START, labels, row.group().since().getEpochSecond());
    sink.sample(LAST_SEEN, labels, seen.getEpochSecond());
  }

  private static void writeRoot(MemInfo memory, Labels labels, Sink sink) {
    sink.sample(MEMORY, labels, memory.total());
    memory.size("SwapTotal").ifPresent(bytes -> sink.sample(SWAP, labels, bytes));
  }

  private static void write(MemoryLimits limits, Labels labels, Sink sink) {
    write(MEMORY, limits.max(), labels, sink);
    write(SWAP, limits.swap().max(), labels, sink);
  }

  private static void write(Pids pids, Labels labels, Sink sink) {
    sink.sample(THREADS, labels, pids.current());
    write(THREADS_MAX, pids.max(), labels, sink);
  }

  private static void write(Family family, Limit limit, Labels labels, Sink sink) {
    switch (limit) {
      case Limit.Limited(long most) -> sink.sample(family, labels, most);
      case Limit.Unlimited() -> sink.sample(family, labels, 0);
      case Limit.Unknown() -> {}
    }
  }
}
