package dev.plimsoll.agent.recent;

import java.util.OptionalDouble;

/// The most of any second within the last 60 of a container. What needs two readings is empty at
/// the first.
///
/// @param cores CPUs in use
/// @param memory bytes charged to it
/// @param throttled the part of the periods of its CPU quota in which it used that up; empty where
///   it has none
/// @param cpuStalled the part of the time in which some task waited for a CPU; empty where the
///   kernel does not tell
/// @param memoryStalled the same of memory
/// @param ioStalled the same of disks
public record Peaks(
    OptionalDouble cores,
    OptionalDouble memory,
    OptionalDouble throttled,
    OptionalDouble cpuStalled,
    OptionalDouble memoryStalled,
    OptionalDouble ioStalled) {}
