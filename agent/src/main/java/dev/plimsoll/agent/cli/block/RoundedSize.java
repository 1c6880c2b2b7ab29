package dev.plimsoll.agent.cli.block;

/// A number of bytes as util-linux writes it for people: `476.9G`, rounded to one decimal, which is
/// left out where it is 0.
public final class RoundedSize {
  private static final String UNITS = "BKMGTPE";

  private RoundedSize() {}

  public static String of(long bytes) {
    int power = bytes <= 0 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    int shift = 10 * power;
    long whole = bytes >> shift;
    long rest = bytes - (whole << shift);
    long tenths = power == 0 ? 0 : ((rest >> (shift - 10)) * 1000 / 1024 + 50) / 100;
    if (tenths == 10) return whole + 1 + unit(power);
    return tenths == 0 ? whole + unit(power) : whole + "." + tenths + unit(power);
  }

  private static String unit(int power) {
    return UNITS.substring(power, power + 1);
  }
}
