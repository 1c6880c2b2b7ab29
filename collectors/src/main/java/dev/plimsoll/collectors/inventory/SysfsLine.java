package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;

/// A file of sysfs that holds one value.
final class SysfsLine {
  private SysfsLine() {}

  static String read(KernelReader reader, String path) throws KernelFileException {
    KernelText text = reader.readRecord(path);
    return text.nextLine() ? text.rest().strip() : "";
  }

  /// The value; empty where there is none, whatever the reason.
  static String orEmpty(KernelReader reader, String path) {
    try {
      return read(reader, path);
    } catch (KernelFileException _) {
      return "";
    }
  }
}
