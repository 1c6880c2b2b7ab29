package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.process.ProcessId;

/// A process that does not ask for the exit codes of its children.
///
/// @param comm may hold anything, escape it; empty where it was not seen
/// @param isFirst whether it is the container's first process
/// @param zombies children that have ended
/// @param lasting those of them that had ended when the processes were read before
public record ZombieParent(ProcessId id, String comm, boolean isFirst, int zombies, int lasting) {}
