package dev.plimsoll.agent.cli;

import java.util.Locale;
import java.util.Optional;

/// Who reads the node for a command.
public enum ReadBy {
  /// We ourselves, from Linux's own files.
  KERNEL,
  /// OSHI, which knows other systems too, and less of each.
  OSHI;

  /// What fits this system.
  public static ReadBy usual() {
    return isLinux() ? KERNEL : OSHI;
  }

  static boolean isLinux() {
    return System.getProperty("os.name", "").startsWith("Linux");
  }

  /// By its name in small letters.
  public static Optional<ReadBy> named(String name) {
    for (ReadBy each : values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(each);
    }
    return Optional.empty();
  }
}
