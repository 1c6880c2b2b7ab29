package dev.plimsoll.collectors.cgroup;

import java.util.OptionalLong;

/// What a CPU quota did to a group, since it was made (`Documentation/scheduler/sched-bwc.rst`).
///
/// @param periods enforcement periods in which the group wanted to run
/// @param throttledPeriods those in which it used up its quota
/// @param throttledNanos how long its run queues stood still for that, summed over CPUs
/// @param bursts periods in which it used what it had saved; from Linux 5.14
/// @param burstNanos how long it ran on that
public record Throttling(
    long periods,
    long throttledPeriods,
    long throttledNanos,
    OptionalLong bursts,
    OptionalLong burstNanos) {}
