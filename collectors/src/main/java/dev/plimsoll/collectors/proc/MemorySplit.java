package dev.plimsoll.collectors.proc;

/// Memory divided by what it is used for, in bytes. The parts are disjoint and add up to
/// [MemInfo#total()].
///
/// @param anonymous the memory of programs that is in no file
/// @param shared memory shared between programs, and files in tmpfs
/// @param cached file pages, without `shared`
/// @param buffers blocks of disks, mostly the file systems' own
/// @param slabReclaimable caches of the kernel that it can let go
/// @param slabUnreclaimable what the kernel itself needs
/// @param hugePages reserved huge pages, in use or not
/// @param other what no line of the kernel tells of: drivers, network buffers, per-CPU memory
public record MemorySplit(
    long free,
    long anonymous,
    long shared,
    long cached,
    long buffers,
    long slabReclaimable,
    long slabUnreclaimable,
    long pageTables,
    long kernelStacks,
    long hugePages,
    long other) {

  /// The lines are not read at one instant, so that they may hold a little more than the total;
  /// then `other` is nothing and `anonymous` gives way.
  public static MemorySplit of(MemInfo memory) {
    long shared = line(memory, "Shmem");
    MemorySplit known =
        new MemorySplit(
            line(memory, "MemFree"),
            line(memory, "AnonPages"),
            shared,
            Math.max(0, line(memory, "Cached") - shared),
            line(memory, "Buffers"),
            memory.size("KReclaimable").orElseGet(() -> line(memory, "SReclaimable")),
            line(memory, "SUnreclaim"),
            line(memory, "PageTables") + line(memory, "SecPageTables"),
            line(memory, "KernelStack"),
            line(memory, "Hugetlb"),
            0);
    return known.withOther(memory.total() - known.sum());
  }

  /// What a kernel has no line for is in `other`.
  private static long line(MemInfo memory, String name) {
    return memory.size(name).orElse(0);
  }

  private MemorySplit withOther(long rest) {
    return new MemorySplit(
        free,
        anonymous + Math.min(0, rest),
        shared,
        cached,
        buffers,
        slabReclaimable,
        slabUnreclaimable,
        pageTables,
        kernelStacks,
        hugePages,
        Math.max(0, rest));
  }

  private long sum() {
    return free
        + anonymous
        + shared
        + cached
        + buffers
        + slabReclaimable
        + slabUnreclaimable
        + pageTables
        + kernelStacks
        + hugePages
        + other;
  }
}
