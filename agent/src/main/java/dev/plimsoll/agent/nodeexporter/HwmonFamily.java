package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import java.util.Locale;

/// The family of a value that a hardware monitor tells, and by how much the value is to be divided.
/// Its name follows from that of the file: `temp1_max` is `node_hwmon_temp_max_celsius`.
///
/// @param parts how many of the kernel's units make one of the family
record HwmonFamily(Family family, double parts) {

  /// @param type what the sensor measures: `temp`
  /// @param element what of it the value tells, the last part of the file's name: `max`
  /// @param named whether the sensor has a file without such a part too, `pwm1`
  static HwmonFamily of(String type, String element, boolean named) {
    String base = "node_hwmon_" + type;
    String name = element.isEmpty() ? base : base + '_' + clean(element);
    if (element.equals("input") && !named) name = base;
    return switch (element) {
      case "fault", "alarm" -> gauge(name, type, element, 1);
      case "beep" -> gauge(name + "_enabled", type, element, 1);
      default -> withUnit(name, type, element);
    };
  }

  private static HwmonFamily withUnit(String name, String type, String element) {
    return switch (type) {
      case "in", "cpu" -> gauge(name + "_volts", type, element, 1000);
      case "curr" -> gauge(name + "_amps", type, element, 1000);
      case "temp" ->
          element.equals("type")
              ? gauge(name, type, element, 1)
              : gauge(name + "_celsius", type, element, 1000);
      case "energy" ->
          new HwmonFamily(
              Family.counter(name + "_joule_total", help(type, element), "chip", "sensor"),
              1_000_000);
      case "power" -> power(name, element);
      case "humidity" -> gauge(name, type, element, 1_000_000);
      case "fan" -> fan(name, element);
      default -> gauge(name, type, element, 1);
    };
  }

  private static HwmonFamily power(String name, String element) {
    return switch (element) {
      case "accuracy" -> gauge(name, "power", element, 1_000_000);
      case "average_interval", "average_interval_min", "average_interval_max" ->
          gauge(name + "_seconds", "power", element, 1000);
      default -> gauge(name + "_watt", "power", element, 1_000_000);
    };
  }

  private static HwmonFamily fan(String name, String element) {
    return switch (element) {
      case "input", "min", "max", "target" -> gauge(name + "_rpm", "fan", element, 1);
      default -> gauge(name, "fan", element, 1);
    };
  }

  private static HwmonFamily gauge(String name, String type, String element, double parts) {
    return new HwmonFamily(Family.gauge(name, help(type, element), "chip", "sensor"), parts);
  }

  private static String help(String type, String element) {
    String file = element.isEmpty() ? type + '*' : type + "*_" + element;
    return "What a hardware monitor measures (/sys/class/hwmon/*/" + file + ").";
  }

  /// A name as it can stand in that of a family.
  static String clean(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:_]", "_").replaceAll("^_+|_+$", "");
  }
}
