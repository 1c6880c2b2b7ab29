package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.sysfs.SysfsFile;
import java.util.Locale;

/// What a power supply tells in numbers (`Documentation/ABI/testing/sysfs-class-power`).
public enum PowerSupplyNumber implements SysfsFile {
  AUTHENTIC(Unit.PLAIN),
  CALIBRATE(Unit.PLAIN),
  CAPACITY(Unit.PLAIN),
  CAPACITY_ALERT_MAX(Unit.PLAIN),
  CAPACITY_ALERT_MIN(Unit.PLAIN),
  CHARGE_CONTROL_LIMIT(Unit.MILLIONTHS),
  CHARGE_CONTROL_LIMIT_MAX(Unit.MILLIONTHS),
  CHARGE_COUNTER(Unit.MILLIONTHS),
  CHARGE_EMPTY(Unit.MILLIONTHS),
  CHARGE_EMPTY_DESIGN(Unit.MILLIONTHS),
  CHARGE_FULL(Unit.MILLIONTHS),
  CHARGE_FULL_DESIGN(Unit.MILLIONTHS),
  CHARGE_NOW(Unit.MILLIONTHS),
  CHARGE_TERM_CURRENT(Unit.MILLIONTHS),
  CONSTANT_CHARGE_CURRENT(Unit.MILLIONTHS),
  CONSTANT_CHARGE_CURRENT_MAX(Unit.MILLIONTHS),
  CONSTANT_CHARGE_VOLTAGE(Unit.MILLIONTHS),
  CONSTANT_CHARGE_VOLTAGE_MAX(Unit.MILLIONTHS),
  CURRENT_BOOT(Unit.MILLIONTHS),
  CURRENT_MAX(Unit.MILLIONTHS),
  CURRENT_NOW(Unit.MILLIONTHS),
  CYCLE_COUNT(Unit.PLAIN),
  ENERGY_EMPTY(Unit.MILLIONTHS),
  ENERGY_EMPTY_DESIGN(Unit.MILLIONTHS),
  ENERGY_FULL(Unit.MILLIONTHS),
  ENERGY_FULL_DESIGN(Unit.MILLIONTHS),
  ENERGY_NOW(Unit.MILLIONTHS),
  INPUT_CURRENT_LIMIT(Unit.MILLIONTHS),
  ONLINE(Unit.PLAIN),
  POWER_NOW(Unit.MILLIONTHS),
  PRECHARGE_CURRENT(Unit.MILLIONTHS),
  PRESENT(Unit.PLAIN),
  TEMP(Unit.TENTHS),
  TEMP_ALERT_MAX(Unit.TENTHS),
  TEMP_ALERT_MIN(Unit.TENTHS),
  TEMP_AMBIENT(Unit.TENTHS),
  TEMP_AMBIENT_MAX(Unit.TENTHS),
  TEMP_AMBIENT_MIN(Unit.TENTHS),
  TEMP_MAX(Unit.TENTHS),
  TEMP_MIN(Unit.TENTHS),
  TIME_TO_EMPTY_NOW(Unit.PLAIN),
  TIME_TO_FULL_NOW(Unit.PLAIN),
  VOLTAGE_BOOT(Unit.MILLIONTHS),
  VOLTAGE_MAX(Unit.MILLIONTHS),
  VOLTAGE_MAX_DESIGN(Unit.MILLIONTHS),
  VOLTAGE_MIN(Unit.MILLIONTHS),
  VOLTAGE_MIN_DESIGN(Unit.MILLIONTHS),
  VOLTAGE_NOW(Unit.MILLIONTHS),
  VOLTAGE_OCV(Unit.MILLIONTHS);

  /// The part of a whole unit (volt, ampere, watt, their hours, degree) that the kernel counts in.
  public enum Unit {
    PLAIN(1),
    TENTHS(10),
    MILLIONTHS(1_000_000);

    private final double parts;

    Unit(double parts) {
      this.parts = parts;
    }

    /// How many of them make a whole.
    public double parts() {
      return parts;
    }
  }

  private final Unit unit;

  PowerSupplyNumber(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  @Override
  public String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
