package dev.plimsoll.collectors.cgroup;

/// How much of a group may be in swap, in bytes: `memory.swap.max`; in v1 how much of it and of
/// swap together, `memory.memsw.limit_in_bytes`.
///
/// @param effective the least such limit of the group and those above it
public record SwapLimit(Scale scale, Limit max, Limit effective) {

  /// What is counted against the limit.
  public enum Scale {
    SWAP,
    MEMORY_AND_SWAP
  }

  /// What is counted against it.
  ///
  /// @param usage all memory that is charged to the group, in bytes
  /// @param swapped what of it is in swap, in bytes
  public long counted(long usage, long swapped) {
    return switch (scale) {
      case SWAP -> swapped;
      case MEMORY_AND_SWAP -> usage + swapped;
    };
  }
}
