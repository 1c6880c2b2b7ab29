package dev.plimsoll.agent.cli.table;

/// Numbers as narrow columns hold them.
public final class Figures {
  private static final double KIB = 1024;
  private static final String[] UNITS = {"m", "g", "t", "p"};

  private Figures() {}

  /// KiB in digits as long as `width` cells hold them, else with a larger unit.
  public static String size(long bytes, int width) {
    double value = bytes / KIB;
    String text = Long.toString((long) value);
    for (int unit = 0; text.length() > width && unit < UNITS.length; unit++) {
      value /= KIB;
      text = decimal(value, 1) + UNITS[unit];
    }
    return text;
  }

  /// `7.3`; above all places only whole percents.
  public static String percent(double ratio) {
    double percent = ratio * 100;
    return percent < 999.95 ? decimal(percent, 1) : Long.toString(Math.round(percent));
  }

  /// Minutes, seconds and hundredths: `12:34.56`.
  public static String time(double seconds) {
    long hundredths = (long) (seconds * 100);
    return hundredths / 6000 + ":" + two(hundredths / 100 % 60) + '.' + two(hundredths % 100);
  }

  public static String mebibytes(long bytes) {
    return decimal(bytes / KIB / KIB, 1);
  }

  /// With one decimal or two, rounded. Thousands of these are written for each screen, so not by
  /// the JDK's formatter.
  public static String decimal(double value, int places) {
    long scale = places == 1 ? 10 : 100;
    long scaled = Math.round(value * scale);
    String rest = places == 1 ? Long.toString(scaled % 10) : two(scaled % 100);
    return scaled / scale + "." + rest;
  }

  public static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  /// How long something lasts, in its largest unit: `45s`, `12m`, `7h`, `3d`.
  public static String age(long seconds) {
    if (seconds < 100) return seconds + "s";
    if (seconds < 100 * 60) return seconds / 60 + "m";
    if (seconds < 72 * 3600) return seconds / 3600 + "h";
    return seconds / 86_400 + "d";
  }

  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
