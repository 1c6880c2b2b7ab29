package dev.plimsoll.agent.insight.why;

import java.time.Duration;
import java.util.Locale;

/// Numbers as sentences have them.
final class Words {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  private static final double KIB = 1024;

  private Words() {}

  /// `1 process`, `3 processes`
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /// `45 s`, `12 min`, `7 h`, `3 days`
  static String age(Duration age) {
    if (age.toSeconds() < 100) return age.toSeconds() + " s";
    if (age.toMinutes() < 100) return age.toMinutes() + " min";
    if (age.toHours() < 72) return age.toHours() + " h";
    return age.toDays() + " days";
  }

  /// `64 MiB`, `1.5 GiB`
  static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= KIB && unit < UNITS.length - 1) {
      value /= KIB;
      unit++;
    }
    String digits = String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f" : "%.0f", value);
    return digits.replaceFirst("\\.0$", "") + ' ' + UNITS[unit];
  }

  /// `93 %`
  static String percent(double ratio) {
    return Math.round(ratio * 100) + " %";
  }
}
