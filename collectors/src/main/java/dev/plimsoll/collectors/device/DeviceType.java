package dev.plimsoll.collectors.device;

import java.util.Locale;
import java.util.Map;

/// What kind of block device something is.
final class DeviceType {
  /// Peripheral types of SCSI (`include/scsi/scsi_proto.h`).
  private static final Map<String, String> SCSI =
      Map.ofEntries(
          Map.entry("0", "disk"),
          Map.entry("1", "tape"),
          Map.entry("2", "printer"),
          Map.entry("3", "processor"),
          Map.entry("4", "worm"),
          Map.entry("5", "rom"),
          Map.entry("6", "scanner"),
          Map.entry("7", "mo-disk"),
          Map.entry("8", "changer"),
          Map.entry("9", "comm"),
          Map.entry("12", "raid"),
          Map.entry("13", "enclosure"),
          Map.entry("14", "rbc"),
          Map.entry("17", "osd"));

  private DeviceType() {}

  /// Of a device mapper's device by who made it, which its identifier begins with: `LVM-…`,
  /// `CRYPT-LUKS2-…`, `part1-mpath-…`.
  static String ofMapper(String uuid) {
    int dash = uuid.indexOf('-');
    String maker = (dash < 0 ? uuid : uuid.substring(0, dash)).toLowerCase(Locale.ROOT);
    if (maker.startsWith("part")) return "part";
    return maker.isEmpty() ? "dm" : maker;
  }

  /// @param number as the kernel writes it; empty for what is not SCSI
  static String ofScsi(String number) {
    return SCSI.getOrDefault(number, "disk");
  }
}
