package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;

/// `cpu.pressure`, `memory.pressure` and `io.pressure` of a group in the unified hierarchy; absent
/// where there is none. CPU pressure includes standing still for a quota.
public record CgroupPressure(
    Section<Pressure> cpu, Section<Pressure> memory, Section<Pressure> io) {}
