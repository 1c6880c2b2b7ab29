package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.kernel.KernelString;
import java.io.ByteArrayOutputStream;

/// How mount tables write the bytes that would break a line: a backslash and three octal digits,
/// `\040` for a space (`mangle_path` in `fs/seq_file.c`).
public final class MountEscape {
  private MountEscape() {}

  /// The name without escapes.
  public static String undo(String escaped) {
    if (escaped.indexOf('\\') < 0) return escaped;
    byte[] bytes = KernelString.encode(escaped);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      int value = bytes[at] == '\\' ? octal(bytes, at + 1) : -1;
      plain.write(value < 0 ? bytes[at] : value);
      if (value >= 0) at += 3;
    }
    return KernelString.decode(plain.toByteArray());
  }

  /// The byte that three octal digits stand for; -1 where there are no three.
  private static int octal(byte[] bytes, int from) {
    if (from + 3 > bytes.length) return -1;
    int value = 0;
    for (int at = from; at < from + 3; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 7) return -1;
      value = value << 3 | digit;
    }
    return value <= 0xFF ? value : -1;
  }
}
