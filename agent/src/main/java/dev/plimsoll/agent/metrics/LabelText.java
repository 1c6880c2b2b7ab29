package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.kernel.KernelString;
import io.prometheus.metrics.model.snapshots.Labels;

/// Makes a name from outside a label value that is valid UTF-8: a byte that is not becomes the text
/// `\xff`. Different names stay different: backslashes that stand before such a byte, or before
/// text that looks like one, are doubled. Quotes, line ends and backslashes are the writer's to
/// escape.
public final class LabelText {
  private LabelText() {}

  /// The labels with every value made valid; the same object where all are.
  public static Labels of(Labels labels) {
    for (int index = 0; index < labels.size(); index++) {
      if (!isPlain(labels.getValue(index))) return rewritten(labels);
    }
    return labels;
  }

  private static Labels rewritten(Labels labels) {
    String[] names = new String[labels.size()];
    String[] values = new String[labels.size()];
    for (int index = 0; index < names.length; index++) {
      names[index] = labels.getName(index);
      values[index] = of(labels.getValue(index));
    }
    return Labels.of(names, values);
  }

  /// One value made valid.
  public static String of(String value) {
    return isPlain(value) ? value : rewritten(value);
  }

  private static boolean isPlain(String value) {
    for (int index = 0; index < value.length(); index++) {
      char unit = value.charAt(index);
      if (unit == '\\' || unit == 0 || Character.isSurrogate(unit)) return false;
    }
    return true;
  }

  private static String rewritten(String value) {
    StringBuilder text = new StringBuilder(value.length() + 8);
    int backslashes = 0;
    for (int at = 0, point; at < value.length(); at += Character.charCount(point)) {
      point = value.codePointAt(at);
      if (isByte(point) || looksLikeByte(value, at)) text.repeat('\\', backslashes);
      backslashes = point == '\\' ? backslashes + 1 : 0;
      append(point, text);
    }
    return text.toString();
  }

  /// NUL is valid, but ends a label for readers written in C.
  private static boolean isByte(int point) {
    return point == 0 || Character.getType(point) == Character.SURROGATE;
  }

  /// Whether `xff` stands there: with a backslash before it, it would be taken for a byte.
  private static boolean looksLikeByte(String value, int at) {
    return at + 2 < value.length()
        && value.charAt(at) == 'x'
        && Character.digit(value.charAt(at + 1), 16) >= 0
        && Character.digit(value.charAt(at + 2), 16) >= 0;
  }

  private static void append(int point, StringBuilder text) {
    if (!isByte(point)) {
      text.appendCodePoint(point);
    } else if (point == 0 || KernelString.isEscapedByte(point)) {
      text.append("\\x");
      text.append(Character.forDigit(point >> 4 & 0xF, 16));
      text.append(Character.forDigit(point & 0xF, 16));
    } else {
      text.append('\uFFFD');
    }
  }
}
