package dev.plimsoll.agent.cli.block;

import dev.plimsoll.agent.cli.mount.UsedShare;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.device.BlockDevice;
import dev.plimsoll.collectors.device.UdevData;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Mount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// The columns of `lsblk`, titled, ordered and as wide as util-linux has them.
public final class DeviceColumns {
  private final LongFunction<String> size;
  private final boolean paths;

  /// @param bytes whether sizes are in bytes, and not in the unit that suits each
  /// @param paths whether devices are called by the paths of their nodes
  public DeviceColumns(boolean bytes, boolean paths) {
    size = bytes ? Long::toString : RoundedSize::of;
    this.paths = paths;
  }

  /// What is shown unless columns are asked for.
  public List<Column<DeviceLine>> usual() {
    return List.of(name(), number(), removable(), size(), readOnly(), type(), points());
  }

  /// What `-f` shows.
  public List<Column<DeviceLine>> ofFilesystems() {
    return List.of(
        name(), fsType(), fsVersion(), label(), uuid(), available(), usedShare(), points());
  }

  /// All there are, which is what programs get.
  public List<Column<DeviceLine>> all() {
    return List.of(
        name(),
        words(
            "KNAME",
            "kernel_name",
            row -> Optional.of(row.device().kernelName().replace('!', '/'))),
        words("PATH", "path", row -> Optional.of(row.device().path())),
        number(),
        removable(),
        size(),
        readOnly(),
        flag("ROTA", "rotational", BlockDevice::rotational),
        type(),
        parent(),
        fsType(),
        fsVersion(),
        label(),
        uuid(),
        words("PARTLABEL", "partition_label", row -> row.udev().partitionLabel()),
        words("PARTUUID", "partition_uuid", row -> row.udev().partitionUuid()),
        words("MODEL", "model", row -> row.device().model()),
        words("SERIAL", "serial", row -> row.udev().serial()),
        number("FSSIZE", 5, "fs_size_bytes", row -> row.size().map(StatVfs::sizeBytes)),
        available(),
        number("FSUSED", 5, "fs_used_bytes", row -> row.size().map(StatVfs::usedBytes)),
        usedShare(),
        words("MOUNTPOINT", "mountpoint", row -> row.main().map(Mount::point)),
        points());
  }

  private Column<DeviceLine> name() {
    return new Column<>(
        "NAME",
        Align.LEFT,
        0,
        line -> line.branch() + (line.isFirst() ? name(line.row().device()) : ""),
        "name",
        line -> Datum.of(line.row().device().name()));
  }

  private String name(BlockDevice device) {
    return paths ? device.path() : device.name();
  }

  private static Column<DeviceLine> number() {
    return column(
        "MAJ:MIN",
        Align.LEFT,
        0,
        row -> String.format(Locale.ROOT, "%3d:%-3d", row.device().major(), row.device().minor()),
        "maj_min",
        row -> Datum.of(row.device().major() + ":" + row.device().minor()));
  }

  private static Column<DeviceLine> removable() {
    return flag("RM", "removable", BlockDevice::removable);
  }

  private static Column<DeviceLine> readOnly() {
    return flag("RO", "read_only", BlockDevice::readOnly);
  }

  private Column<DeviceLine> size() {
    return number(
        "SIZE",
        5,
        "size_bytes",
        row -> {
          OptionalLong bytes = row.device().sizeBytes();
          return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
        });
  }

  private static Column<DeviceLine> type() {
    return words("TYPE", "type", row -> Optional.of(row.device().type()));
  }

  private static Column<DeviceLine> parent() {
    return new Column<>(
        "PKNAME",
        Align.LEFT,
        0,
        DeviceLine::parent,
        "parents",
        line -> Datum.of(line.row().device().parents()));
  }

  private static Column<DeviceLine> fsType() {
    return words("FSTYPE", "fstype", DeviceRow::type);
  }

  private static Column<DeviceLine> fsVersion() {
    return words("FSVER", "fs_version", row -> row.udev().version());
  }

  private static Column<DeviceLine> label() {
    return udev("LABEL", "label", UdevData::label);
  }

  private static Column<DeviceLine> uuid() {
    return udev("UUID", "uuid", UdevData::uuid);
  }

  private Column<DeviceLine> available() {
    return number(
        "FSAVAIL", 5, "fs_available_bytes", row -> row.size().map(StatVfs::availableBytes));
  }

  private static Column<DeviceLine> usedShare() {
    return column(
        "FSUSE%",
        Align.RIGHT,
        3,
        row -> used(row).map(share -> (long) Math.rint(100 * share) + "%").orElse(""),
        "fs_used_ratio",
        row -> used(row).map(Datum::of).orElse(Datum.missing()));
  }

  private static Optional<Double> used(DeviceRow row) {
    return row.size().flatMap(UsedShare::of);
  }

  private static Column<DeviceLine> points() {
    return new Column<>(
        "MOUNTPOINTS",
        Align.LEFT,
        0,
        line -> {
          List<String> points = line.row().mountPoints();
          return line.place() < points.size() ? points.get(line.place()) : "";
        },
        "mountpoints",
        line -> Datum.of(line.row().mountPoints()));
  }

  private static Column<DeviceLine> udev(
      String title, String key, Function<UdevData, Optional<String>> value) {
    return words(title, key, row -> value.apply(row.udev()));
  }

  private static Column<DeviceLine> words(
      String title, String key, Function<DeviceRow, Optional<String>> value) {
    return column(
        title,
        Align.LEFT,
        0,
        row -> value.apply(row).orElse(""),
        key,
        row -> Datum.of(value.apply(row)));
  }

  private static Column<DeviceLine> flag(String title, String key, Predicate<BlockDevice> value) {
    return column(
        title,
        Align.RIGHT,
        0,
        row -> value.test(row.device()) ? "1" : "0",
        key,
        row -> Datum.of(value.test(row.device())));
  }

  private Column<DeviceLine> number(
      String title, int width, String key, Function<DeviceRow, Optional<Long>> value) {
    return column(
        title,
        Align.RIGHT,
        width,
        row -> value.apply(row).map(size::apply).orElse(""),
        key,
        row -> value.apply(row).map(Datum::of).orElse(Datum.missing()));
  }

  private static Column<DeviceLine> column(
      String title,
      Align align,
      int width,
      Function<DeviceRow, String> text,
      String key,
      Function<DeviceRow, Datum> datum) {
    return new Column<>(
        title,
        align,
        width,
        line -> line.isFirst() ? text.apply(line.row()) : "",
        key,
        line -> datum.apply(line.row()));
  }
}
