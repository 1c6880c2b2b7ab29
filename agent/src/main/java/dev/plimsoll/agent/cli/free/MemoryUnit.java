package dev.plimsoll.agent.cli.free;

import java.util.Locale;

/// How `free` writes a number of bytes.
public enum MemoryUnit {
  BYTES(0),
  KIBI(10),
  MEBI(20),
  GIBI(30),
  /// Whichever unit leaves at most three characters, as procps has it: `9.8Mi`, `10Mi`, `976Mi`.
  HUMAN(0);

  private static final String[] SUFFIXES = {"Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final int CHARACTERS = 3;

  private final int shift;

  MemoryUnit(int shift) {
    this.shift = shift;
  }

  String text(long bytes) {
    return this == HUMAN ? human(bytes) : Long.toString(bytes >> shift);
  }

  private static String human(long bytes) {
    if (bytes < 1000) return bytes + "B";
    double value = bytes;
    for (String suffix : SUFFIXES) {
      value /= 1024;
      String fraction = String.format(Locale.ROOT, "%.1f", value);
      if (fraction.length() <= CHARACTERS) return fraction + suffix;
      String whole = Long.toString((long) value);
      if (whole.length() <= CHARACTERS) return whole + suffix;
    }
    throw new AssertionError(bytes);
  }
}
