package dev.plimsoll.agent.self;

import dev.plimsoll.collectors.kernel.Limit;
import java.util.Optional;
import java.util.OptionalLong;

/// What the agent itself uses. A part that could not be read is empty.
///
/// @param cpuMillis CPU time of all threads, in milliseconds
/// @param resident resident memory, in bytes
/// @param memory what its control group is charged
/// @param gcMillis time in garbage collections, in milliseconds
public record OwnUse(
    OptionalLong cpuMillis,
    OptionalLong threads,
    OptionalLong resident,
    Descriptors descriptors,
    AddressSpace virtual,
    GroupMemory memory,
    Heap heap,
    long gcMillis) {

  /// Its address space, in bytes.
  ///
  /// @param most that it may have; empty where that could not be read
  public record AddressSpace(OptionalLong size, Optional<Limit> most) {}

  /// Its open files.
  ///
  /// @param most that it may have; empty also where there is no limit
  public record Descriptors(OptionalLong open, OptionalLong most) {}

  /// What the control group is charged, in bytes: everything that runs in it, which in a cluster is
  /// the agent alone.
  ///
  /// @param all with the page cache
  /// @param anon memory of processes that no file stands behind
  /// @param kernel the kernel's own share: stacks, page tables, open files of proc
  public record GroupMemory(OptionalLong all, OptionalLong anon, OptionalLong kernel) {
    static final GroupMemory UNKNOWN =
        new GroupMemory(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  /// The heap of the virtual machine, in bytes.
  public record Heap(long used, long committed, long max) {}
}
