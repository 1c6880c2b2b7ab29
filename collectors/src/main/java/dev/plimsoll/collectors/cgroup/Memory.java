package dev.plimsoll.collectors.cgroup;

/// What a group uses of memory, and for what: two files read one after the other.
///
/// @param usage all that is charged to the group, in bytes: `memory.current`, in v1
///   `memory.usage_in_bytes`
public record Memory(long usage, MemoryStat stat) {

  /// What the kubelet and the kernel's OOM killer look at, as the kubelet computes it: all but the
  /// part of the page cache that goes first. In bytes.
  public long workingSet() {
    return Math.max(0, usage - stat.inactiveFile());
  }

  /// What is left when the kernel has taken back all that it can without swapping, in bytes: all
  /// but the page cache (shmem stays) and reclaimable slab. When this reaches the limit, the OOM
  /// killer comes. Where the kernel does not tell reclaimable slab (v1), that counts as staying.
  public long unreclaimable() {
    long slab = stat.kernel().map(MemoryStat.KernelMemory::slabReclaimable).orElse(0L);
    return Math.max(0, usage - stat.activeFile() - stat.inactiveFile() - slab);
  }
}
