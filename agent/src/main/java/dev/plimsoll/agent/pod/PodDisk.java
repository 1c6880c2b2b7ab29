package dev.plimsoll.agent.pod;

import java.util.List;

/// What a pod takes of disks, as the kubelet measured.
///
/// @param groupUid the pod's uid, as its control groups have it
/// @param ephemeral what counts towards its limit of ephemeral storage: its containers' layers and
///   logs, and its directories that are not in memory
public record PodDisk(
    String groupUid,
    String namespace,
    String name,
    DiskUse ephemeral,
    List<VolumeUse> volumes,
    List<ContainerUse> containers) {
  public PodDisk {
    volumes = List.copyOf(volumes);
    containers = List.copyOf(containers);
  }

  /// @param name of the volume in the pod
  /// @param claim the name of its persistent volume claim; empty where it has none
  public record VolumeUse(String name, String claim, DiskUse use) {}

  /// @param layer what it has written over its image
  /// @param logs what it has printed and is still kept
  public record ContainerUse(String name, DiskUse layer, DiskUse logs) {}
}
