package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;

/// A pod's group.
///
/// @param oomKills processes of the pod that the OOM killer ended, restarts of its containers
///   included. The kernel of v2 counts so itself. In v1 it counts by container only, so we add up
///   what each container counted while it was seen: since the agent's start, and not what a
///   container counts in its very last moment, as when its first process is the one killed.
public record PodCgroup(Cgroup<CgroupOwner.Pod> group, Section<Long> oomKills) {}
