package dev.plimsoll.collectors.sysfs;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// What a file of sysfs holds: one value, in text, mostly with a line end behind it.
public final class SysfsValue {
  private SysfsValue() {}

  /// The first line without blanks around it; empty where the file is.
  public static String text(KernelText text) {
    return text.nextLine() ? text.rest().strip() : "";
  }

  /// A number, decimal or behind `0x` hexadecimal, and nothing else.
  public static long number(KernelText text) throws MalformedSourceException {
    text.firstLine();
    long value = text.take("0x") ? text.hexadecimal() : text.signed();
    ended(text);
    return value;
  }

  private static void ended(KernelText text) throws MalformedSourceException {
    if (text.hasField()) throw text.malformed("more than a number");
  }
}
