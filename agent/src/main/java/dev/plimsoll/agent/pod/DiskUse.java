package dev.plimsoll.agent.pod;

import java.util.OptionalLong;

/// How much of a file system something takes, as the kubelet measured. What it could not measure is
/// empty.
///
/// @param usedBytes that it takes itself
/// @param capacityBytes of the file system that it is in
/// @param availableBytes there
/// @param inodesUsed files and folders that it has itself
/// @param inodes that the file system can have
/// @param inodesFree that it can still have
public record DiskUse(
    OptionalLong usedBytes,
    OptionalLong capacityBytes,
    OptionalLong availableBytes,
    OptionalLong inodesUsed,
    OptionalLong inodes,
    OptionalLong inodesFree) {
  /// Where nothing was measured.
  public static final DiskUse UNKNOWN =
      new DiskUse(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}
