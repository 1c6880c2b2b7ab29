package dev.plimsoll.agent.group;

/// What the numbers of `/proc/<pid>` are in.
///
/// @param ticksPerSecond clock ticks in which CPU time and start times count
/// @param pageSize bytes in a page
/// @param bootTime when ticks began to count, in seconds of Unix time
public record KernelUnits(long ticksPerSecond, long pageSize, long bootTime) {}
