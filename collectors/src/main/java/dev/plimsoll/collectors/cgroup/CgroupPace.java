package dev.plimsoll.collectors.cgroup;

import java.time.Duration;

/// How often which part of the tree is read, and how much may be kept open for it.
///
/// @param busy how often the details of a group that ran are read
/// @param walk how often the tree is walked although nothing says that it changed: groups that took
///   the place of as many others within one second, none of them a container's, are found then. It
///   is walked at `busy` after a group has come, for runtimes make its directories one after the
///   other, and where directories cannot be watched for want of descriptors
/// @param limits how often the limits of a group that ran are read
/// @param idle how often limits and details of a group that did not run are read
/// @param keptFiles how many files of groups may stay open; each keeps about 4.5 KiB of the
///   kernel's memory charged to the agent
/// @param keptStalls how many more may stay open of groups that ran of late, for their stalls of
///   memory and I/O; groups that get none have these read every five seconds
/// @param mostGroups how many groups are looked at
public record CgroupPace(
    Duration busy,
    Duration walk,
    Duration limits,
    Duration idle,
    int keptFiles,
    int keptStalls,
    int mostGroups) {

  /// For a snapshot each second.
  public static CgroupPace usual() {
    return new CgroupPace(
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        5_000,
        300,
        10_000);
  }
}
