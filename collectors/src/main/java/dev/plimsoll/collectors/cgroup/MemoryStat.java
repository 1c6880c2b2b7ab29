package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `memory.stat`: what a group's memory is used for, by it and by all below it, in bytes; how often
/// pages were missing. The lines are `anon 114688` in v2 and `total_rss 114688` in v1
/// (`Documentation/admin-guide/cgroup-v2.rst`, `cgroup-v1/memory.rst`).
///
/// @param anon memory of processes that no file stands behind
/// @param file the page cache, shmem included
/// @param shmem tmpfs, shared memory and memory-backed volumes: in `file`, yet not reclaimable;
///   empty before Linux 4.17 in v1
/// @param mapped of `file`, what is mapped into processes
/// @param dirty of `file`, what waits to be written
/// @param writeback of `file`, what is being written
/// @param activeFile the part of the page cache that was used more than once
/// @param inactiveFile the part of it that goes first
/// @param unevictable what is locked into memory
/// @param kernel the kernel's own share; v2 only
/// @param swapped anonymous memory in swap; v1 only, v2 has a file for it
/// @param tightest the least limit of the group and those above it; v1 only, which computes it
public record MemoryStat(
    long anon,
    long file,
    OptionalLong shmem,
    long mapped,
    long dirty,
    long writeback,
    long activeFile,
    long inactiveFile,
    long unevictable,
    Optional<KernelMemory> kernel,
    Faults faults,
    OptionalLong swapped,
    Optional<Limit> tightest) {

  /// Memory that the kernel uses on behalf of the group.
  ///
  /// @param all slab, stacks, page tables, per-CPU and network memory; from Linux 5.18
  /// @param slabReclaimable dentries, inodes and their like
  /// @param slabUnreclaimable other objects
  public record KernelMemory(OptionalLong all, long slabReclaimable, long slabUnreclaimable) {}

  /// Counted since the group was made.
  ///
  /// @param all page faults
  /// @param major those that had to read from a disk
  /// @param refaultsFile pages of the cache that were evicted and soon wanted again; from Linux 5.9
  /// @param refaultsAnon the same of memory in swap
  /// @param scanned pages that reclaim looked at; v2 only
  /// @param reclaimed pages that it took; v2 only
  public record Faults(
      long all,
      long major,
      OptionalLong refaultsFile,
      OptionalLong refaultsAnon,
      OptionalLong scanned,
      OptionalLong reclaimed) {}

  private static final List<String> V2 =
      List.of(
          "anon ",
          "file ",
          "kernel ",
          "shmem ",
          "file_mapped ",
          "file_dirty ",
          "file_writeback ",
          "inactive_file ",
          "active_file ",
          "unevictable ",
          "slab_reclaimable ",
          "slab_unreclaimable ",
          "workingset_refault_anon ",
          "workingset_refault_file ",
          "pgscan ",
          "pgsteal ",
          "pgfault ",
          "pgmajfault ");

  private static final List<String> V1 =
      List.of(
          "hierarchical_memory_limit ",
          "total_cache ",
          "total_rss ",
          "total_shmem ",
          "total_mapped_file ",
          "total_dirty ",
          "total_writeback ",
          "total_workingset_refault_anon ",
          "total_workingset_refault_file ",
          "total_swap ",
          "total_pgfault ",
          "total_pgmajfault ",
          "total_inactive_file ",
          "total_active_file ",
          "total_unevictable ");

  /// `memory.stat` of cgroup v2.
  static MemoryStat parse(KernelText text) throws MalformedSourceException {
    KeyedNumbers numbers = KeyedNumbers.parse(text, V2);
    return new MemoryStat(
        numbers.require("anon "),
        numbers.require("file "),
        numbers.get("shmem "),
        numbers.require("file_mapped "),
        numbers.require("file_dirty "),
        numbers.require("file_writeback "),
        numbers.require("active_file "),
        numbers.require("inactive_file "),
        numbers.require("unevictable "),
        Optional.of(kernel(numbers)),
        faults(numbers),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static KernelMemory kernel(KeyedNumbers numbers) throws MalformedSourceException {
    return new KernelMemory(
        numbers.get("kernel "),
        numbers.require("slab_reclaimable "),
        numbers.require("slab_unreclaimable "));
  }

  private static Faults faults(KeyedNumbers numbers) throws MalformedSourceException {
    return new Faults(
        numbers.require("pgfault "),
        numbers.require("pgmajfault "),
        numbers.get("workingset_refault_file "),
        numbers.get("workingset_refault_anon "),
        numbers.get("pgscan "),
        numbers.get("pgsteal "));
  }

  /// `memory.stat` of cgroup v1, its hierarchical lines.
  static MemoryStat parseV1(KernelText text) throws MalformedSourceException {
    KeyedNumbers numbers = KeyedNumbers.parse(text, V1);
    return new MemoryStat(
        numbers.require("total_rss "),
        numbers.require("total_cache "),
        numbers.get("total_shmem "),
        numbers.require("total_mapped_file "),
        numbers.require("total_dirty "),
        numbers.require("total_writeback "),
        numbers.require("total_active_file "),
        numbers.require("total_inactive_file "),
        numbers.require("total_unevictable "),
        Optional.empty(),
        faultsV1(numbers),
        numbers.get("total_swap "),
        Optional.of(Limit.of(numbers.require("hierarchical_memory_limit "))));
  }

  private static Faults faultsV1(KeyedNumbers numbers) throws MalformedSourceException {
    return new Faults(
        numbers.require("total_pgfault "),
        numbers.require("total_pgmajfault "),
        numbers.get("total_workingset_refault_file "),
        numbers.get("total_workingset_refault_anon "),
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
