package dev.plimsoll.collectors.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A block device, from its directory in `/sys/class/block` (Documentation/ABI/stable/sysfs-block).
///
/// @param kernelName `sda1`, `dm-0`
/// @param path of its node: `/dev/sda1`, `/dev/mapper/vg-root`
/// @param sizeBytes empty where the kernel does not tell
/// @param type in the words of `lsblk`: `disk`, `part`, `lvm`, `crypt`, `raid1`, `loop`, `rom`
/// @param model as the disk names itself; empty for what is no disk
/// @param parents kernel names of what it is made of: the disk of a partition, the members of an
///   array
public record BlockDevice(
    String kernelName,
    String path,
    int major,
    int minor,
    OptionalLong sizeBytes,
    boolean removable,
    boolean readOnly,
    boolean rotational,
    String type,
    Optional<String> model,
    List<String> parents) {
  /// Of RAM disks, which nobody wants to see (Documentation/admin-guide/devices.txt).
  private static final int RAM = 1;

  private static final int LOOP = 7;

  public BlockDevice {
    parents = List.copyOf(parents);
  }

  /// Its name as people know it: that of its node.
  public String name() {
    return path.substring(path.startsWith("/dev/mapper/") ? "/dev/mapper/".length() : 5);
  }

  /// Whether it is only there to be used some day: a RAM disk, a loop device without a file.
  public boolean isUnused() {
    return major == RAM || (major == LOOP && sizeBytes.orElse(0) == 0);
  }
}
