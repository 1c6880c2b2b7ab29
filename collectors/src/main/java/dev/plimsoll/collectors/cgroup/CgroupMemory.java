package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;

/// A group and memory, in bytes.
///
/// @param usage all that is charged to the group: `memory.current`, in v1 `memory.usage_in_bytes`
/// @param detail what it is used for
/// @param peak the most that was ever charged: `memory.peak` (Linux 5.19), in v1
///   `memory.max_usage_in_bytes`
/// @param swap what is in swap: `memory.swap.current`
/// @param kernel the kernel's own share: of `memory.stat`, in v1 `memory.kmem.usage_in_bytes`
/// @param failures times that the limit was hit: `memory.failcnt`; v1 only, v2 has it among the
///   events
public record CgroupMemory(
    Section<Long> usage,
    Section<Memory> detail,
    Section<Long> peak,
    Section<Long> swap,
    Section<Long> kernel,
    Section<MemoryLimits> limits,
    Section<MemoryEvents> events,
    Section<Long> failures) {}
