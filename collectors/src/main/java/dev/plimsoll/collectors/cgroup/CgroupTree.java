package dev.plimsoll.collectors.cgroup;

import java.util.List;

/// Every control group that somebody owns.
///
/// @param containers of pods; a pod's sandbox is among them, for its path tells nothing else
/// @param containersRead when each of them was read
/// @param loneContainers of no pod
/// @param loneRead when each of them was read
/// @param units of systemd, and its slices, which include what is in them
/// @param above the root, and the groups that hold pods and are nobody's: `/kubepods/burstable`;
///   where systemd makes them they are among the units
/// @param turnover how many containers came and went
/// @param unresolved the first paths of groups that belong to none of these
/// @param unresolvedCount how many there are
/// @param brokeOff whether there were more groups than are looked at
public record CgroupTree(
    CgroupLayout layout,
    List<Cgroup<CgroupOwner.Container>> containers,
    ReadTimes containersRead,
    List<Cgroup<CgroupOwner.LoneContainer>> loneContainers,
    ReadTimes loneRead,
    List<PodCgroup> pods,
    List<Cgroup<CgroupOwner.Unit>> units,
    List<Cgroup<CgroupOwner.Other>> above,
    ContainerTurnover turnover,
    List<String> unresolved,
    int unresolvedCount,
    boolean brokeOff) {
  public CgroupTree {
    containers = List.copyOf(containers);
    loneContainers = List.copyOf(loneContainers);
    pods = List.copyOf(pods);
    units = List.copyOf(units);
    above = List.copyOf(above);
    unresolved = List.copyOf(unresolved);
  }
}
