package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.block.BlockDevices;
import dev.plimsoll.collectors.block.BlockDevices.Ata;
import dev.plimsoll.collectors.block.BlockDevices.FileSystem;
import dev.plimsoll.collectors.block.BlockDevices.Identity;
import dev.plimsoll.collectors.block.BlockDevices.Mapped;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What the collector `diskstats` shows of what disks are.
final class DiskInfo {
  private static final Family INFO =
      Family.info(
          "node_disk_info",
          "A disk, as it names itself (/run/udev/data, /sys/block/*/queue/rotational).",
          "device",
          "major",
          "minor",
          "path",
          "wwn",
          "model",
          "serial",
          "revision",
          "rotational");
  private static final Family FILESYSTEM =
      Family.info(
          "node_disk_filesystem_info",
          "What is written on a disk (/run/udev/data).",
          "device",
          "type",
          "usage",
          "uuid",
          "version");
  private static final Family MAPPED =
      Family.info(
          "node_disk_device_mapper_info",
          "A device of the device mapper, mostly a logical volume (/run/udev/data).",
          "device",
          "name",
          "uuid",
          "vg_name",
          "lv_name",
          "lv_layer");
  private static final Family CACHE =
      Family.gauge(
          "node_disk_ata_write_cache",
          "1 if the ATA disk has a cache for writes (/run/udev/data).",
          "device");
  private static final Family CACHE_ENABLED =
      Family.gauge(
          "node_disk_ata_write_cache_enabled",
          "1 if the ATA disk's cache for writes is switched on (/run/udev/data).",
          "device");
  private static final Family ROTATION =
      Family.gauge(
          "node_disk_ata_rotation_rate_rpm",
          "Turns of the ATA disk in a minute, 0 without moving parts (/run/udev/data).",
          "device");

  static final List<Family> FAMILIES =
      List.of(INFO, FILESYSTEM, MAPPED, CACHE, CACHE_ENABLED, ROTATION);

  private DiskInfo() {}

  static void write(BlockDevices all, NameFilter wanted, Sink sink) {
    for (BlockDevices.Device device : all.devices()) {
      if (wanted.wants(device.name())) write(device, sink);
    }
  }

  private static void write(BlockDevices.Device device, Sink sink) {
    Labels name = Labels.of("device", device.name());
    Labels numbers =
        Labels.of(
            "major", Long.toString(device.major()),
            "minor", Long.toString(device.minor()),
            "rotational", device.rotational() ? "1" : "0");
    sink.sample(INFO, name.merge(numbers).merge(labels(device.identity())), 1);
    device.filesystem().ifPresent(it -> sink.sample(FILESYSTEM, name.merge(labels(it)), 1));
    device.mapped().ifPresent(it -> sink.sample(MAPPED, name.merge(labels(it)), 1));
    device.ata().ifPresent(ata -> write(ata, name, sink));
  }

  private static Labels labels(Identity identity) {
    return Labels.of(
        "path", identity.path(),
        "wwn", identity.wwn(),
        "model", identity.model(),
        "serial", identity.serial(),
        "revision", identity.revision());
  }

  private static Labels labels(FileSystem filesystem) {
    return Labels.of(
        "type", filesystem.type(),
        "usage", filesystem.usage(),
        "uuid", filesystem.uuid(),
        "version", filesystem.version());
  }

  private static Labels labels(Mapped mapped) {
    return Labels.of(
        "name", mapped.name(),
        "uuid", mapped.uuid(),
        "vg_name", mapped.volumeGroup(),
        "lv_name", mapped.volume(),
        "lv_layer", mapped.volumeLayer());
  }

  private static void write(Ata ata, Labels device, Sink sink) {
    ata.writeCache().ifPresent(value -> sink.sample(CACHE, device, value));
    ata.writeCacheEnabled().ifPresent(value -> sink.sample(CACHE_ENABLED, device, value));
    ata.rotationsPerMinute().ifPresent(value -> sink.sample(ROTATION, device, value));
  }
}
