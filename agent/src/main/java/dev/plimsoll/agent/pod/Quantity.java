package dev.plimsoll.agent.pod;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/// A quantity as Kubernetes writes it: `100m`, `128Mi`, `1.5`, `2e3`, `1k` (kubernetes.io, Resource
/// Quantity).
final class Quantity {
  private static final int LONGEST = 64;

  private Quantity() {}

  /// The amount in base units; empty where the text is none.
  static OptionalDouble parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) return OptionalDouble.empty();
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) end--;
    double unit = unit(text.substring(end));
    if (unit == 0) return OptionalDouble.empty();
    try {
      return OptionalDouble.of(new BigDecimal(text.substring(0, end)).doubleValue() * unit);
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  /// Zero where there is no such unit.
  private static double unit(String suffix) {
    return switch (suffix) {
      case "" -> 1;
      case "n" -> 1e-9;
      case "u" -> 1e-6;
      case "m" -> 1e-3;
      case "k" -> 1e3;
      case "M" -> 1e6;
      case "G" -> 1e9;
      case "T" -> 1e12;
      case "P" -> 1e15;
      case "E" -> 1e18;
      case "Ki" -> 0x1p10;
      case "Mi" -> 0x1p20;
      case "Gi" -> 0x1p30;
      case "Ti" -> 0x1p40;
      case "Pi" -> 0x1p50;
      case "Ei" -> 0x1p60;
      default -> 0;
    };
  }
}
