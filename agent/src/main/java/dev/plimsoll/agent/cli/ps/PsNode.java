package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.process.AccountNames;
import java.time.Instant;
import java.time.ZoneId;

/// What the processes of one listing have in common.
///
/// @param now when they were read
/// @param uptimeSeconds since boot
/// @param bootTime when the system booted, in seconds of Unix time
/// @param memoryBytes memory of the node
/// @param zone in which times are shown
record PsNode(
    Instant now,
    double uptimeSeconds,
    long bootTime,
    long memoryBytes,
    long pageSize,
    long ticksPerSecond,
    AccountNames users,
    AccountNames groups,
    TerminalNames terminals,
    PodIndex pods,
    ZoneId zone) {}
