package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.sysfs.SysfsFile;
import java.util.Locale;

/// What a power supply tells in words (`Documentation/ABI/testing/sysfs-class-power`).
public enum PowerSupplyWord implements SysfsFile {
  CAPACITY_LEVEL,
  CHARGE_TYPE,
  HEALTH,
  MANUFACTURER,
  MODEL_NAME,
  SCOPE,
  SERIAL_NUMBER,
  STATUS,
  TECHNOLOGY,
  TYPE,
  USB_TYPE;

  @Override
  public String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
