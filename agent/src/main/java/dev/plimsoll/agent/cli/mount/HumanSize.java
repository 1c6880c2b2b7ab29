package dev.plimsoll.agent.cli.mount;

import java.math.BigInteger;

/// A number as GNU's tools write it for people: `79G`, `4.0K`, always rounded up, with one decimal
/// below ten.
public final class HumanSize {
  private static final String UNITS = "KMGTPEZY";

  private HumanSize() {}

  /// @param base 1024, or 1000 whose first unit is a small `k`
  public static String of(long number, int base) {
    if (number < base) return Long.toString(number);
    int power = power(number, base);
    BigInteger unit = BigInteger.valueOf(base).pow(power);
    long tenths = ceiling(BigInteger.valueOf(number).multiply(BigInteger.TEN), unit);
    if (tenths < 100) return tenths / 10 + "." + tenths % 10 + unit(power, base);
    long whole = ceiling(BigInteger.valueOf(number), unit);
    return whole < base ? whole + unit(power, base) : "1.0" + unit(power + 1, base);
  }

  private static int power(long number, int base) {
    int power = 0;
    for (long left = number; left >= base; left /= base) power++;
    return power;
  }

  private static long ceiling(BigInteger number, BigInteger unit) {
    return number.add(unit).subtract(BigInteger.ONE).divide(unit).longValueExact();
  }

  static String unit(int power, int base) {
    if (power == 0) return "";
    return power == 1 && base == 1000 ? "k" : UNITS.substring(power - 1, power);
  }
}
