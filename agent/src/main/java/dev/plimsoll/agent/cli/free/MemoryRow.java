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
    OptionalLong free,
    OptionalLong shared,
    OptionalLong cached,
    OptionalLong available) {

  static MemoryRow memory(MemInfo memory) {
    long unused = line(memory, "MemFree");
    long available = Math.min(memory.available().orElse(unused), memory.total());
    return new MemoryRow(
        "Mem",
        memory.total(),
        memory.total() - available,
        memory.free(),
        memory.size("Shmem"),
        cached(memory),
        OptionalLong.of(available));
  }

  /// Empty where the system does not tell pages of files from others.
  private static OptionalLong cached(MemInfo memory) {
    OptionalLong pages = memory.size("Cached");
    if (pages.isEmpty()) return pages;
    return OptionalLong.of(
        pages.getAsLong() + line(memory, "Buffers") + line(memory, "SReclaimable"));
  }

  static MemoryRow swap(MemInfo memory) {
    long total = line(memory, "SwapTotal");
    long free = line(memory, "SwapFree");
    return new MemoryRow(
        "Swap", total, total - free, OptionalLong.of(free), none(), none(), none());
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }

  /// A line that the kernel does not have is one it has nothing to say in.
  private static long line(MemInfo memory, String name) {
    return memory.size(name).orElse(0);
  }
}
