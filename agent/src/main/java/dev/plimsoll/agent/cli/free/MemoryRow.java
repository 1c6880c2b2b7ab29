package dev.plimsoll.agent.cli.free;

import dev.plimsoll.collectors.proc.MemInfo;
import java.util.OptionalLong;

/// A line of `free`, in bytes, with procps' arithmetic. A cell is empty where it does not apply.
///
/// @param used of memory: what is not available; of swap: what is not free
/// @param cached buffers, pages of files and reclaimable caches of the kernel
record MemoryRow(
    String name,
    long total,
    long used,
    long free,
    OptionalLong shared,
    OptionalLong cached,
    OptionalLong available) {

  static MemoryRow memory(MemInfo memory) {
    long free = line(memory, "MemFree");
    long available = Math.min(memory.available().orElse(free), memory.total());
    return new MemoryRow(
        "Mem",
        memory.total(),
        memory.total() - available,
        free,
        OptionalLong.of(line(memory, "Shmem")),
        OptionalLong.of(
            line(memory, "Buffers") + line(memory, "Cached") + line(memory, "SReclaimable")),
        OptionalLong.of(available));
  }

  static MemoryRow swap(MemInfo memory) {
    long total = line(memory, "SwapTotal");
    long free = line(memory, "SwapFree");
    return new MemoryRow("Swap", total, total - free, free, none(), none(), none());
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }

  /// A line that the kernel does not have is one it has nothing to say in.
  private static long line(MemInfo memory, String name) {
    return memory.size(name).orElse(0);
  }
}
