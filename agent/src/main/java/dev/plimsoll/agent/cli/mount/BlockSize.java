package dev.plimsoll.agent.cli.mount;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In what sizes are printed: blocks of so many bytes, or the unit that suits each.
public sealed interface BlockSize {

  /// `-h` and `-H`.
  ///
  /// @param base 1024 or 1000
  record Human(int base) implements BlockSize {}

  /// `-B`.
  ///
  /// @param suffix what is written behind each number; empty where the size itself had a number
  record Blocks(long bytes, String suffix) implements BlockSize {}

  Pattern SIZE = Pattern.compile("(?<number>[0-9]{0,18})(?<unit>([KMGTPEkmgtpe](i?B)?)?|B?)");

  /// What `df` prints in unless it is told otherwise.
  static BlockSize usual() {
    return new Blocks(1024, "");
  }

  /// A size in the words of GNU's tools: `1`, `1K`, `M`, `KB`, `human-readable`.
  ///
  /// @return empty where it is none
  static Optional<BlockSize> parse(String size) {
    if (size.equals("human-readable")) return Optional.of(new Human(1024));
    if (size.equals("si")) return Optional.of(new Human(1000));
    Matcher matcher = SIZE.matcher(size);
    if (size.isEmpty() || !matcher.matches()) return Optional.empty();
    String number = matcher.group("number");
    String unit = matcher.group("unit");
    if (number.isEmpty() && unit.startsWith("B")) return Optional.empty();
    try {
      long bytes = Math.multiplyExact(number.isEmpty() ? 1 : Long.parseLong(number), bytes(unit));
      if (bytes == 0) return Optional.empty();
      return Optional.of(new Blocks(bytes, number.isEmpty() ? written(unit) : ""));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static long bytes(String unit) {
    if (unit.isEmpty() || unit.equals("B")) return 1;
    int power = "KMGTPE".indexOf(Character.toUpperCase(unit.charAt(0))) + 1;
    long base = unit.length() == 2 ? 1000 : 1024;
    long bytes = 1;
    for (int times = 0; times < power; times++) bytes *= base;
    return bytes;
  }

  private static String written(String unit) {
    String upper = unit.toUpperCase(Locale.ROOT);
    if (unit.length() == 1) return upper;
    if (unit.length() == 3) return upper.charAt(0) + "iB";
    return upper.equals("KB") ? "kB" : upper;
  }

  /// A number of bytes, rounded up.
  default String text(long bytes) {
    return switch (this) {
      case Human(int base) -> HumanSize.of(bytes, base);
      case Blocks(long size, String suffix) -> Math.ceilDiv(bytes, size) + suffix;
    };
  }

  /// A number of things that are not bytes.
  default String count(long number) {
    return switch (this) {
      case Human(int base) -> HumanSize.of(number, base);
      case Blocks _ -> Long.toString(number);
    };
  }

  /// The title of a column of sizes: `1K-blocks`.
  default String title() {
    return switch (this) {
      case Human _ -> "Size";
      case Blocks(long size, String _) -> name(size) + "-blocks";
    };
  }

  /// The same title as POSIX has it: `1024-blocks`.
  default String posixTitle() {
    return switch (this) {
      case Human _ -> title();
      case Blocks(long size, String _) -> size + "-blocks";
    };
  }

  /// Powers of 1024 are written `1K`; of 1000, and what is neither, `1kB`.
  private static String name(long size) {
    long by1000 = size;
    long by1024 = size;
    while (by1000 % 1000 == 0 && by1024 % 1024 == 0) {
      by1000 /= 1000;
      by1024 /= 1024;
    }
    boolean binary = by1024 % 1024 == 0;
    String name = HumanSize.of(size, binary ? 1024 : 1000).replace(".0", "");
    return binary ? name : name + 'B';
  }
}
