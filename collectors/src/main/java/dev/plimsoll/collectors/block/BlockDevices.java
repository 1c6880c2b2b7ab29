package dev.plimsoll.collectors.block;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.proc.DiskStats;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the devices of `/proc/diskstats` are: `/sys/block/<name>/queue/rotational`
/// (`Documentation/ABI/stable/sysfs-block`) and what udev knows, which is all of it that a
/// container without the host's `/run` does not see.
///
/// @param devices whole disks and their partitions, in the kernel's order
public record BlockDevices(List<Device> devices) {
  public BlockDevices {
    devices = List.copyOf(devices);
  }

  /// One of them.
  ///
  /// @param rotational whether it is a disk that turns; false too where the kernel does not say, as
  ///   for partitions
  /// @param filesystem empty where udev found none on it
  /// @param mapped empty unless the device mapper made it
  /// @param ata empty unless it speaks ATA
  public record Device(
      long major,
      long minor,
      String name,
      Identity identity,
      boolean rotational,
      Optional<FileSystem> filesystem,
      Optional<Mapped> mapped,
      Optional<Ata> ata) {}

  /// How a device names itself. What it does not tell is empty.
  ///
  /// @param path where it is plugged in
  /// @param wwn its world-wide name
  public record Identity(String path, String wwn, String model, String serial, String revision) {}

  /// What is written on a device.
  ///
  /// @param usage `filesystem`, `raid`, `crypto`, `other`
  public record FileSystem(String type, String usage, String uuid, String version) {}

  /// A device of the device mapper, mostly a logical volume.
  public record Mapped(
      String name, String uuid, String volumeGroup, String volume, String volumeLayer) {}

  /// What an ATA disk tells.
  ///
  /// @param writeCache 1 if it has one
  /// @param writeCacheEnabled 1 if it is switched on
  /// @param rotationsPerMinute 0 for one without moving parts
  public record Ata(
      OptionalLong writeCache, OptionalLong writeCacheEnabled, OptionalLong rotationsPerMinute) {}

  /// Reads what is known of every device.
  public static Section<BlockDevices> read(KernelReader reader, Roots roots) {
    return switch (DiskStats.read(reader, roots)) {
      case Section.Absent<DiskStats>(String reason) -> new Section.Absent<>(reason);
      case Section.Failed<DiskStats>(SourceFailure failure) -> new Section.Failed<>(failure);
      case Section.Present<DiskStats>(DiskStats disks, List<SourceFailure> _) ->
          SysfsTree.section(reader, tree -> walk(disks, tree, roots));
    };
  }

  private static BlockDevices walk(DiskStats disks, SysfsTree tree, Roots roots) {
    SysfsDirectory udev = tree.directory(roots.root("run/udev/data"));
    SysfsDirectory block = tree.directory(roots.sys("block"));
    List<Device> devices = new ArrayList<>();
    for (DiskStats.Disk disk : disks.disks()) {
      String file = "b" + disk.major() + ':' + disk.minor();
      UdevProperties known =
          udev.value(file, UdevProperties::parse).orElseGet(() -> new UdevProperties(Map.of()));
      // sysfs cannot have a slash in a name: cciss/c0d0 is cciss!c0d0 there.
      SysfsDirectory device = block.in(disk.name().replace('/', '!'));
      boolean rotational = device.number("queue/rotational").orElse(0) != 0;
      devices.add(device(disk, known, rotational));
    }
    return new BlockDevices(devices);
  }

  private static Device device(DiskStats.Disk disk, UdevProperties known, boolean rotational) {
    Identity identity =
        new Identity(
            known.get("ID_PATH"),
            known.get("ID_WWN"),
            known.get("ID_MODEL"),
            known.first("SCSI_IDENT_SERIAL", "ID_SERIAL_SHORT", "ID_SERIAL"),
            known.get("ID_REVISION"));
    return new Device(
        disk.major(),
        disk.minor(),
        disk.name(),
        identity,
        rotational,
        filesystem(known),
        mapped(known),
        ata(known));
  }

  private static Optional<FileSystem> filesystem(UdevProperties known) {
    if (known.get("ID_FS_TYPE").isEmpty()) return Optional.empty();
    return Optional.of(
        new FileSystem(
            known.get("ID_FS_TYPE"),
            known.get("ID_FS_USAGE"),
            known.get("ID_FS_UUID"),
            known.get("ID_FS_VERSION")));
  }

  private static Optional<Mapped> mapped(UdevProperties known) {
    if (known.get("DM_NAME").isEmpty()) return Optional.empty();
    return Optional.of(
        new Mapped(
            known.get("DM_NAME"),
            known.get("DM_UUID"),
            known.get("DM_VG_NAME"),
            known.get("DM_LV_NAME"),
            known.get("DM_LV_LAYER")));
  }

  private static Optional<Ata> ata(UdevProperties known) {
    if (known.get("ID_ATA").isEmpty()) return Optional.empty();
    return Optional.of(
        new Ata(
            number(known.get("ID_ATA_WRITE_CACHE")),
            number(known.get("ID_ATA_WRITE_CACHE_ENABLED")),
            number(known.get("ID_ATA_ROTATION_RATE_RPM"))));
  }

  private static OptionalLong number(String text) {
    return text.matches("[0-9]{1,15}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
