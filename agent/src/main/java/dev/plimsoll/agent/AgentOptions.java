package dev.plimsoll.agent;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;

/// How the agent is to run; every value is checked before this is made.
///
/// @param listenAddress where metrics and health are served
/// @param fast the interval of the cheap counters
/// @param process the interval of the process table
/// @param slow the interval of what hardly changes
/// @param off sources not to be read
/// @param mostSeries the most series of one family on a page
public record AgentOptions(
    Roots roots,
    InetSocketAddress listenAddress,
    Duration fast,
    Duration process,
    Duration slow,
    Set<Source> off,
    int mostSeries) {}
