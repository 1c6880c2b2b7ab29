package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import java.util.OptionalDouble;

/// A group and the CPUs.
///
/// @param throttling absent where the group has no CPU controller
/// @param effectiveCores the least quota of the group and those above it, as a number of CPUs;
///   empty where none has one, failed where one of them could not be read
public record CgroupCpu(
    Section<CpuTime> time,
    Section<Throttling> throttling,
    Section<CpuBandwidth> bandwidth,
    Section<OptionalDouble> effectiveCores,
    Section<CpuWeight> weight) {}
