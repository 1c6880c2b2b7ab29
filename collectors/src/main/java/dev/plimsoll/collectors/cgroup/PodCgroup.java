package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;

/// A pod's group, and what its containers counted, through restarts of theirs. What the kernel does
/// not count of the pod itself we add up: what each container counted while it was seen, which is
/// since the agent's start, and not what it counted in its very last moment, as when its first
/// process is the one killed.
///
/// @param oomKills processes of the pod that the OOM killer ended; the kernel of v2 counts so
///   itself
/// @param throttling what quotas did to the containers, added up: a group's own count, the pod's
///   too, is that of its own quota alone
/// @param io what went from and to disks; the kernel of v2 counts so itself
public record PodCgroup(
    Cgroup<CgroupOwner.Pod> group,
    Section<Long> oomKills,
    Section<Throttling> throttling,
    Section<IoStat> io) {}
