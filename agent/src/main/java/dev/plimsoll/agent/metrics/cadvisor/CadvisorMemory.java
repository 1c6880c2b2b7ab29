package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cgroup.CgroupMemory;
import dev.plimsoll.collectors.cgroup.Memory;
import dev.plimsoll.collectors.cgroup.MemoryEvents;
import dev.plimsoll.collectors.cgroup.MemoryStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.OptionalLong;

/// What memory is used for, and how it came to its limits.
final class CadvisorMemory {
  private static final Family USAGE =
      CadvisorFamilies.gauge(
          "memory_usage_bytes",
          "Bytes charged, page cache included (memory.current, memory.usage_in_bytes).");
  private static final Family WORKING_SET =
      CadvisorFamilies.gauge(
          "memory_working_set_bytes",
          "Bytes charged less the inactive page cache (memory.current, memory.stat).");
  private static final Family RSS =
      CadvisorFamilies.gauge(
          "memory_rss", "Bytes of anonymous memory (anon or total_rss in memory.stat).");
  private static final Family CACHE =
      CadvisorFamilies.gauge(
          "memory_cache", "Bytes of page cache (file or total_cache in memory.stat).");
  private static final Family MAPPED =
      CadvisorFamilies.gauge(
          "memory_mapped_file", "Bytes of page cache that processes have mapped (memory.stat).");
  private static final Family ACTIVE =
      CadvisorFamilies.gauge(
          "memory_total_active_file_bytes",
          "Bytes of page cache that were used more than once (memory.stat).");
  private static final Family INACTIVE =
      CadvisorFamilies.gauge(
          "memory_total_inactive_file_bytes", "Bytes of page cache that go first (memory.stat).");
  private static final Family DIRTY =
      CadvisorFamilies.gauge(
          "memory_file_dirty_bytes", "Bytes of page cache that wait to be written (memory.stat).");
  private static final Family WRITEBACK =
      CadvisorFamilies.gauge(
          "memory_file_writeback_bytes", "Bytes of page cache being written (memory.stat).");
  private static final Family SWAP =
      CadvisorFamilies.gauge(
          "memory_swap", "Bytes in swap (memory.swap.current; total_swap in memory.stat).");
  private static final Family KERNEL =
      CadvisorFamilies.gauge(
          "memory_kernel_usage",
          "Bytes that the kernel uses on its behalf (memory.stat, memory.kmem.usage_in_bytes).");
  private static final Family PEAK =
      CadvisorFamilies.gauge(
          "memory_max_usage_bytes",
          "The most bytes ever charged (memory.peak, memory.max_usage_in_bytes).");
  private static final Family FAILURES =
      CadvisorFamilies.bareCounter(
          "memory_failcnt", "Times that the limit was hit (memory.events, memory.failcnt).");
  private static final Family HIGH =
      CadvisorFamilies.counter(
          "memory_events_high_total", "Times that it was over memory.high (memory.events).");
  private static final Family MAX =
      CadvisorFamilies.counter(
          "memory_events_max_total", "Times that it came to memory.max (memory.events).");
  private static final Family OOM_KILLS =
      CadvisorFamilies.counter(
          "oom_events_total",
          "Processes that the OOM killer ended; of a pod through all restarts of its containers"
              + " (memory.events, memory.oom_control).");
  private static final Family SCANNED =
      CadvisorFamilies.counter(
          "memory_pgscan_total", "Pages that reclaim looked at (memory.stat).");
  private static final Family RECLAIMED =
      CadvisorFamilies.counter("memory_pgsteal_total", "Pages that reclaim took (memory.stat).");
  private static final Family REFAULTS_FILE =
      CadvisorFamilies.counter(
          "memory_workingset_refault_file_total",
          "Pages of the page cache that were evicted and soon wanted again (memory.stat).");
  private static final Family REFAULTS_ANON =
      CadvisorFamilies.counter(
          "memory_workingset_refault_anon_total",
          "Anonymous pages that were evicted and soon wanted again (memory.stat).");
  private static final Family FAULTS =
      CadvisorFamilies.counter(
          "memory_failures_total", "Page faults (memory.stat).", "failure_type", "scope");

  static final List<Family> FAMILIES =
      List.of(
          USAGE,
          WORKING_SET,
          RSS,
          CACHE,
          MAPPED,
          ACTIVE,
          INACTIVE,
          DIRTY,
          WRITEBACK,
          SWAP,
          KERNEL,
          PEAK,
          FAILURES,
          HIGH,
          MAX,
          OOM_KILLS,
          SCANNED,
          RECLAIMED,
          REFAULTS_FILE,
          REFAULTS_ANON,
          FAULTS);

  private CadvisorMemory() {}

  /// @param faults whether page faults are written too
  static void write(CadvisorRow row, boolean faults, Sink sink) {
    CgroupMemory memory = row.group().memory();
    Labels labels = row.labels();
    memory.usage().present().ifPresent(bytes -> sink.sample(USAGE, labels, bytes));
    memory.detail().present().ifPresent(detail -> write(detail, labels, sink));
    memory.swap().present().ifPresent(bytes -> sink.sample(SWAP, labels, bytes));
    memory.kernel().present().ifPresent(bytes -> sink.sample(KERNEL, labels, bytes));
    memory.peak().present().ifPresent(bytes -> sink.sample(PEAK, labels, bytes));
    memory.failures().present().ifPresent(hits -> sink.sample(FAILURES, labels, hits));
    memory.events().present().ifPresent(events -> write(events, labels, sink));
    row.oomKills().present().ifPresent(kills -> sink.sample(OOM_KILLS, labels, kills));
    if (!faults) return;
    memory.detail().present().ifPresent(detail -> write(detail.stat().faults(), labels, sink));
  }

  private static void write(Memory detail, Labels labels, Sink sink) {
    MemoryStat stat = detail.stat();
    sink.sample(WORKING_SET, labels, detail.workingSet());
    sink.sample(RSS, labels, stat.anon());
    sink.sample(CACHE, labels, stat.file());
    sink.sample(MAPPED, labels, stat.mapped());
    sink.sample(ACTIVE, labels, stat.activeFile());
    sink.sample(INACTIVE, labels, stat.inactiveFile());
    sink.sample(DIRTY, labels, stat.dirty());
    sink.sample(WRITEBACK, labels, stat.writeback());
    MemoryStat.Faults faults = stat.faults();
    write(SCANNED, faults.scanned(), labels, sink);
    write(RECLAIMED, faults.reclaimed(), labels, sink);
    write(REFAULTS_FILE, faults.refaultsFile(), labels, sink);
    write(REFAULTS_ANON, faults.refaultsAnon(), labels, sink);
  }

  private static void write(MemoryEvents events, Labels labels, Sink sink) {
    write(HIGH, events.high(), labels, sink);
    write(MAX, events.max(), labels, sink);
    events.max().ifPresent(hits -> sink.sample(FAILURES, labels, hits));
  }

  /// What cAdvisor calls failures of a container are those of the group alone, which v1 tells
  /// apart; the sums of the group and all below are what matters, and are the only ones in v2.
  private static void write(MemoryStat.Faults faults, Labels labels, Sink sink) {
    write("pgfault", faults.all(), labels, sink);
    write("pgmajfault", faults.major(), labels, sink);
  }

  private static void write(String type, long count, Labels labels, Sink sink) {
    Labels hierarchy = labels.add("failure_type", type).add("scope", "hierarchy");
    sink.sample(FAULTS, hierarchy, count);
  }

  private static void write(Family family, OptionalLong value, Labels labels, Sink sink) {
    value.ifPresent(number -> sink.sample(family, labels, number));
  }
}
