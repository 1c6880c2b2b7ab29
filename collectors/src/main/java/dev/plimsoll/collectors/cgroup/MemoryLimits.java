package dev.plimsoll.collectors.cgroup;

/// How much memory a group may have, in bytes.
///
/// @param max where the OOM killer comes: `memory.max`, in v1 `memory.limit_in_bytes`
/// @param effective the least such limit of the group and those above it
/// @param high where its tasks are slowed down: `memory.high`; v2 only
/// @param swap how much of it may be in swap
public record MemoryLimits(Limit max, Limit effective, Limit high, SwapLimit swap) {}
