package dev.plimsoll.collectors.process;

/// Which process it is. The kernel gives a pid again to another process, but not at the same time.
///
/// @param pid in the pid namespace of the `/proc` that was read; at most 4,194,304
/// @param startTicks when it started, in clock ticks since the machine booted
public record ProcessId(int pid, long startTicks) {}
