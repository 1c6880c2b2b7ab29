package dev.plimsoll.collectors.machine;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a file of a hardware monitor, for example `temp1_max_alarm`
/// (`Documentation/hwmon/sysfs-interface.rst`).
///
/// @param type what the sensor measures: `temp`
/// @param number which of them, 0 where the name has no number
/// @param element what of it the file tells: `max_alarm`; empty for `pwm1`
record HwmonFile(String type, int number, String element) {
  private static final Pattern FORM = Pattern.compile("([^0-9]+)([0-9]{0,9})(?:_(.+))?");
  private static final Set<String> TYPES =
      Set.of(
          "vrm",
          "beep_enable",
          "update_interval",
          "in",
          "cpu",
          "fan",
          "pwm",
          "temp",
          "curr",
          "power",
          "energy",
          "freq",
          "humidity",
          "intrusion");

  /// The parts of a name; empty where it is not a sensor's.
  static Optional<HwmonFile> of(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches() || !TYPES.contains(form.group(1))) return Optional.empty();
    int number = form.group(2).isEmpty() ? 0 : Integer.parseInt(form.group(2));
    String element = form.group(3) == null ? "" : form.group(3);
    return Optional.of(new HwmonFile(form.group(1), number, element));
  }

  /// The sensor that it belongs to: `temp1`.
  String sensor() {
    return type + number;
  }
}
