package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.MemorySplit;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// Who has the node's memory.
final class MemoryMetrics {
  private static final Family TOTAL =
      Family.gauge(
          "plimsoll_node_memory_total_bytes", "Memory that the kernel manages (/proc/meminfo).");
  private static final Family AVAILABLE =
      Family.gauge(
          "plimsoll_node_memory_available_bytes",
          "Memory that programs can still be given without swapping, as the kernel reckons"
              + " (/proc/meminfo).");
  private static final Family BYTES =
      Family.gauge(
          "plimsoll_node_memory_bytes",
          "Memory by what it is used for; the kinds add up to the total (/proc/meminfo).",
          "kind");
  private static final Family DIRTY =
      Family.gauge(
          "plimsoll_node_memory_dirty_bytes",
          "Memory that waits to be written to disk (/proc/meminfo).");
  private static final Family WRITEBACK =
      Family.gauge(
          "plimsoll_node_memory_writeback_bytes",
          "Memory that is being written to disk (/proc/meminfo).");
  private static final Family COMMITTED =
      Family.gauge(
          "plimsoll_node_memory_committed_bytes",
          "Memory that programs have asked for and may come to use (/proc/meminfo).");
  private static final Family COMMIT_LIMIT =
      Family.gauge(
          "plimsoll_node_memory_commit_limit_bytes",
          "The most that could be committed if overcommitting were forbidden (/proc/meminfo).");
  private static final Family SWAP_TOTAL =
      Family.gauge("plimsoll_node_swap_total_bytes", "Swap space in all (/proc/meminfo).");
  private static final Family SWAP =
      Family.gauge(
          "plimsoll_node_swap_bytes",
          "Swap space by state; the kinds add up to the total (/proc/meminfo).",
          "kind");

  static final List<Family> FAMILIES =
      List.of(TOTAL, AVAILABLE, BYTES, DIRTY, WRITEBACK, COMMITTED, COMMIT_LIMIT, SWAP_TOTAL, SWAP);

  private MemoryMetrics() {}

  static void write(MemInfo memory, Sink sink) {
    sink.sample(TOTAL, memory.total());
    memory.available().ifPresent(bytes -> sink.sample(AVAILABLE, bytes));
    memory.size("Dirty").ifPresent(bytes -> sink.sample(DIRTY, bytes));
    memory.size("Writeback").ifPresent(bytes -> sink.sample(WRITEBACK, bytes));
    memory.size("Committed_AS").ifPresent(bytes -> sink.sample(COMMITTED, bytes));
    memory.size("CommitLimit").ifPresent(bytes -> sink.sample(COMMIT_LIMIT, bytes));
    write(MemorySplit.of(memory), sink);
    writeSwap(memory, sink);
  }

  private static void write(MemorySplit split, Sink sink) {
    write(BYTES, "free", split.free(), sink);
    write(BYTES, "anonymous", split.anonymous(), sink);
    write(BYTES, "shared", split.shared(), sink);
    write(BYTES, "cached", split.cached(), sink);
    write(BYTES, "buffers", split.buffers(), sink);
    write(BYTES, "slab_reclaimable", split.slabReclaimable(), sink);
    write(BYTES, "slab_unreclaimable", split.slabUnreclaimable(), sink);
    write(BYTES, "page_tables", split.pageTables(), sink);
    write(BYTES, "kernel_stacks", split.kernelStacks(), sink);
    write(BYTES, "huge_pages", split.hugePages(), sink);
    write(BYTES, "other", split.other(), sink);
  }

  private static void writeSwap(MemInfo memory, Sink sink) {
    if (memory.size("SwapTotal").isEmpty() || memory.size("SwapFree").isEmpty()) return;
    long total = memory.size("SwapTotal").getAsLong();
    long free = memory.size("SwapFree").getAsLong();
    sink.sample(SWAP_TOTAL, total);
    write(SWAP, "free", free, sink);
    write(SWAP, "used", total - free, sink);
  }

  private static void write(Family family, String kind, long bytes, Sink sink) {
    sink.sample(family, Labels.of("kind", kind), bytes);
  }
}
