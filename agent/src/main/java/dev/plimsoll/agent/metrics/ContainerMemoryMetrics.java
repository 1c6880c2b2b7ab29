package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.CgroupMemory;
import dev.plimsoll.collectors.cgroup.Memory;
import dev.plimsoll.collectors.cgroup.MemoryEvents;
import dev.plimsoll.collectors.cgroup.MemoryStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a container uses its memory for, and how it came to its limits.
final class ContainerMemoryMetrics {
  private static final Family BYTES =
      Family.gauge(
          "plimsoll_container_memory_bytes",
          "Memory charged to the container by what it is used for, in bytes; the kinds add up to"
              + " the usage but for what changes between two reads (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "kind");
  private static final Family SLAB =
      Family.gauge(
          "plimsoll_container_memory_slab_bytes",
          "Objects of the kernel on the container's behalf, in bytes, by whether they can be taken"
              + " back (memory.stat of cgroup v2).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "kind");
  private static final Family MAPPED =
      Family.gauge(
          "plimsoll_container_memory_mapped_bytes",
          "Page cache of the container that is mapped into processes, in bytes (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family DIRTY =
      Family.gauge(
          "plimsoll_container_memory_dirty_bytes",
          "Page cache of the container that waits to be written to disk, in bytes (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family WRITEBACK =
      Family.gauge(
          "plimsoll_container_memory_writeback_bytes",
          "Page cache of the container that is being written to disk, in bytes (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family PEAK =
      Family.gauge(
          "plimsoll_container_memory_peak_bytes",
          "The most memory ever charged to the container, in bytes (memory.peak,"
              + " memory.max_usage_in_bytes).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family EVENTS =
      Family.counter(
          "plimsoll_container_memory_events_total",
          "Times that the container was over memory.high, came to memory.max, or could not be given"
              + " memory there, with all below it (memory.events of cgroup v2).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "event");
  private static final Family FAULTS =
      Family.counter(
          "plimsoll_container_page_faults_total",
          "Page faults of the container, those included that read from a disk (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family MAJOR_FAULTS =
      Family.counter(
          "plimsoll_container_major_page_faults_total",
          "Page faults of the container that had to read from a disk (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family REFAULTS =
      Family.counter(
          "plimsoll_container_memory_refaults_total",
          "Pages of the container that were taken back and soon wanted again, by kind: file or"
              + " anonymous (memory.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "kind");
  private static final Family SCANNED =
      Family.counter(
          "plimsoll_container_memory_reclaim_scanned_pages_total",
          "Pages of the container that reclaim looked at (memory.stat of cgroup v2).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family RECLAIMED =
      Family.counter(
          "plimsoll_container_memory_reclaimed_pages_total",
          "Pages of the container that reclaim took (memory.stat of cgroup v2).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");

  static final List<Family> FAMILIES =
      List.of(
          BYTES,
          SLAB,
          MAPPED,
          DIRTY,
          WRITEBACK,
          PEAK,
          EVENTS,
          FAULTS,
          MAJOR_FAULTS,
          REFAULTS,
          SCANNED,
          RECLAIMED);

  private ContainerMemoryMetrics() {}

  static void write(CgroupMemory memory, Labels labels, Sink sink) {
    memory.detail().present().ifPresent(detail -> write(detail, memory, labels, sink));
    memory.peak().present().ifPresent(bytes -> sink.sample(PEAK, labels, bytes));
    memory.events().present().ifPresent(events -> write(events, labels, sink));
  }

  private static void write(Memory detail, CgroupMemory memory, Labels labels, Sink sink) {
    MemoryStat stat = detail.stat();
    Optional<Long> kernel = memory.kernel().present();
    long known = stat.anon() + stat.file() + kernel.orElse(0L);
    kind("anonymous", stat.anon(), labels, sink);
    stat.shmem().ifPresent(shared -> kind("shared", shared, labels, sink));
    kind("cached", stat.file() - stat.shmem().orElse(0), labels, sink);
    kernel.ifPresent(bytes -> kind("kernel", bytes, labels, sink));
    kind("other", Math.max(0, detail.usage() - known), labels, sink);
    write(stat, labels, sink);
  }

  private static void kind(String kind, long bytes, Labels labels, Sink sink) {
    sink.sample(BYTES, labels.add("kind", kind), bytes);
  }

  private static void write(MemoryStat stat, Labels labels, Sink sink) {
    sink.sample(MAPPED, labels, stat.mapped());
    sink.sample(DIRTY, labels, stat.dirty());
    sink.sample(WRITEBACK, labels, stat.writeback());
    stat.kernel().ifPresent(kernel -> write(kernel, labels, sink));
    write(stat.faults(), labels, sink);
  }

  private static void write(MemoryStat.KernelMemory kernel, Labels labels, Sink sink) {
    sink.sample(SLAB, labels.add("kind", "reclaimable"), kernel.slabReclaimable());
    sink.sample(SLAB, labels.add("kind", "unreclaimable"), kernel.slabUnreclaimable());
  }

  private static void write(MemoryStat.Faults faults, Labels labels, Sink sink) {
    sink.sample(FAULTS, labels, faults.all());
    sink.sample(MAJOR_FAULTS, labels, faults.major());
    write(REFAULTS, faults.refaultsFile(), labels.add("kind", "file"), sink);
    write(REFAULTS, faults.refaultsAnon(), labels.add("kind", "anonymous"), sink);
    write(SCANNED, faults.scanned(), labels, sink);
    write(RECLAIMED, faults.reclaimed(), labels, sink);
  }

  private static void write(MemoryEvents events, Labels labels, Sink sink) {
    write(EVENTS, events.high(), labels.add("event", "high"), sink);
    write(EVENTS, events.max(), labels.add("event", "max"), sink);
    write(EVENTS, events.oom(), labels.add("event", "oom"), sink);
  }

  private static void write(Family family, OptionalLong value, Labels labels, Sink sink) {
    value.ifPresent(number -> sink.sample(family, labels, number));
  }
}
