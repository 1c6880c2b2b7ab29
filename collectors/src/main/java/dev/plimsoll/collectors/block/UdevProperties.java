package dev.plimsoll.collectors.block;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// `/run/udev/data/b<major>:<minor>`, for example `E:ID_FS_TYPE=ext4`: what udev found out about a
/// block device when it appeared (`src/libsystemd/sd-device/device-private.c` of systemd).
///
/// @param values of those properties that tell what the device is
public record UdevProperties(Map<String, String> values) {
  /// Of a device that udev knows nothing of.
  public static final UdevProperties NONE = new UdevProperties(Map.of());

  private static final Set<String> KEPT =
      Set.of(
          "DM_LV_LAYER",
          "DM_LV_NAME",
          "DM_NAME",
          "DM_UUID",
          "DM_VG_NAME",
          "ID_ATA",
          "ID_ATA_ROTATION_RATE_RPM",
          "ID_ATA_WRITE_CACHE",
          "ID_ATA_WRITE_CACHE_ENABLED",
          "ID_FS_LABEL",
          "ID_FS_LABEL_ENC",
          "ID_FS_TYPE",
          "ID_FS_USAGE",
          "ID_FS_UUID",
          "ID_FS_UUID_ENC",
          "ID_FS_VERSION",
          "ID_MODEL",
          "ID_PART_ENTRY_NAME",
          "ID_PART_ENTRY_UUID",
          "ID_PATH",
          "ID_REVISION",
          "ID_SERIAL",
          "ID_SERIAL_SHORT",
          "ID_WWN",
          "SCSI_IDENT_SERIAL");

  public UdevProperties {
    values = Map.copyOf(values);
  }

  /// Reads what is known of one device.
  public static Section<UdevProperties> read(
      KernelReader reader, Roots roots, int major, int minor) {
    String file = "run/udev/data/b" + major + ':' + minor;
    return reader.section(roots.root(file), Need.OPTIONAL, UdevProperties::parse);
  }

  static UdevProperties parse(KernelText text) {
    Map<String, String> values = new HashMap<>();
    while (text.nextLine()) {
      if (!text.take("E:")) continue;
      try {
        String key = text.until('=');
        if (KEPT.contains(key)) values.put(key, text.rest());
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new UdevProperties(values);
  }

  /// A property; empty where udev did not find it.
  public String get(String key) {
    return values.getOrDefault(key, "");
  }

  /// The first of these that udev found.
  String first(String... keys) {
    for (String key : keys) {
      if (!get(key).isEmpty()) return get(key);
    }
    return "";
  }
}
