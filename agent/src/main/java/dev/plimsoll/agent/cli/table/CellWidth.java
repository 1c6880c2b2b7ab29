package dev.plimsoll.agent.cli.table;

/// How many cells of a terminal a text takes, as terminals count them: none for a combining mark,
/// two for the wide characters of East Asia and for pictures (Unicode Standard Annex 11).
public final class CellWidth {
  /// Where the wide ranges begin and end, in order.
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900,
    0x1F9FF, 0x20000, 0x3FFFD
  };

  private CellWidth() {}

  /// How many cells the text takes.
  public static int of(String text) {
    int width = 0;
    for (int index = 0; index < text.length(); ) {
      int point = text.codePointAt(index);
      width += of(point);
      index += Character.charCount(point);
    }
    return width;
  }

  static int of(int point) {
    if (point < 0x300) return 1;
    if (isMark(point)) return 0;
    for (int index = 0; index < WIDE.length; index += 2) {
      if (point >= WIDE[index] && point <= WIDE[index + 1]) return 2;
    }
    return 1;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  /// As much of the text as `width` cells hold.
  public static String cut(String text, int width) {
    int used = 0;
    for (int index = 0; index < text.length(); ) {
      int point = text.codePointAt(index);
      used += of(point);
      if (used > width) return text.substring(0, index);
      index += Character.charCount(point);
    }
    return text;
  }

  /// At most so many characters; of a longer name the end is a plus.
  public static String shorten(String name, int most) {
    return name.length() <= most ? name : name.substring(0, most - 1) + '+';
  }
}
