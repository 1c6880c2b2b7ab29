package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.process.ProcessId;
import java.util.List;
import java.util.Optional;

/// What follows from the processes of one container.
///
/// @param owner the container
/// @param first its first process, with which it ends
/// @param comm what that is called; may hold anything, escape it
/// @param processes how many there are in it
/// @param stuck how many of them wait in the kernel and take no signal
/// @param stopSignal empty where it cannot be known
/// @param sessions the oldest first
/// @param zombies by parent, the most first
/// @param limits of what is limited, the nearest first
public record ContainerInsight(
    CgroupOwner owner,
    ProcessId first,
    String comm,
    int processes,
    int stuck,
    Optional<StopSignalAudit> stopSignal,
    List<Session> sessions,
    List<ZombieParent> zombies,
    List<LimitUse> limits) {
  public ContainerInsight {
    sessions = List.copyOf(sessions);
    zombies = List.copyOf(zombies);
    limits = List.copyOf(limits);
  }
}
