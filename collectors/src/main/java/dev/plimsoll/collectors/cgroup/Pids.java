package dev.plimsoll.collectors.cgroup;

/// How many tasks a group has, in it and below: `pids.current` and `pids.max`.
///
/// @param current processes and threads
/// @param effective the least limit of the group and those above it
public record Pids(long current, Limit max, Limit effective) {}
