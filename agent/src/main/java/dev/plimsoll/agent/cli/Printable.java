package dev.plimsoll.agent.cli;

import dev.plimsoll.collectors.kernel.KernelString;

/// Makes a name from outside harmless for a terminal: whatever could move the cursor, change
/// colours, end a line or reverse the direction of writing is shown as its bytes, `\x1b`. So are
/// bytes that are not UTF-8. Letters, ideographs and emoji stay as they are.
public final class Printable {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Printable() {}

  /// The name as it may be printed; the same string where nothing in it does harm.
  public static String of(String name) {
    for (int index = 0; index < name.length(); index++) {
      char unit = name.charAt(index);
      if (unit < ' ' || unit > '~') return escaped(name);
    }
    return name;
  }

  private static String escaped(String name) {
    StringBuilder shown = new StringBuilder(name.length() + 16);
    name.codePoints()
        .forEach(
            point -> {
              if (isHarmless(point)) shown.appendCodePoint(point);
              else appendBytes(point, shown);
            });
    return shown.toString();
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Marks of direction, and characters without width. Emoji and some scripts need the joiners.
      case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }

  private static void appendBytes(int point, StringBuilder shown) {
    for (byte one : KernelString.encode(Character.toString(point))) {
      shown.append("\\x");
      shown
          .append(Character.forDigit(one >> 4 & 0xF, 16))
          .append(Character.forDigit(one & 0xF, 16));
    }
  }
}
