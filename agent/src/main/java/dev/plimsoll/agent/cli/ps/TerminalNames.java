package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.List;

/// Names of terminals by their device numbers: `/proc/tty/drivers`, for example `pty_slave /dev/pts
/// 136 0-1048575 pty:slave` (`fs/proc/proc_tty.c`).
record TerminalNames(List<Driver> drivers) {
  static final String NONE = "?";

  /// One driver's range of minor numbers.
  ///
  /// @param single whether it is one device, which has no number in its name
  record Driver(String device, boolean single, long major, long first, long last) {
    String name(long minor) {
      String base = device.startsWith("/dev/") ? device.substring(5) : device;
      if (base.equals("pts")) return "pts/" + minor;
      return single ? base : base + (minor - offset());
    }

    /// The numbers in a serial line's name begin at 0 wherever its minor numbers do; those of a
    /// virtual console are its minor numbers.
    private long offset() {
      return device.equals("/dev/tty") ? 0 : first;
    }

    boolean has(long majorNumber, long minor) {
      return major == majorNumber && minor >= first && minor <= last;
    }
  }

  TerminalNames {
    drivers = List.copyOf(drivers);
  }

  /// Reads the file; without it only pseudo-terminals have names.
  static TerminalNames read(KernelReader reader, String path) {
    try {
      return parse(reader.read(path));
    } catch (KernelFileException _) {
      return new TerminalNames(List.of(new Driver("/dev/pts", false, 136, 0, (1 << 20) - 1)));
    }
  }

  static TerminalNames parse(KernelText text) {
    List<Driver> drivers = new ArrayList<>();
    while (text.nextLine()) {
      try {
        drivers.add(driver(text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new TerminalNames(drivers);
  }

  private static Driver driver(KernelText line) throws MalformedSourceException {
    boolean single = line.word().startsWith("/");
    String device = line.word();
    long major = line.unsigned();
    long first = line.unsigned();
    long last = line.take("-") ? line.unsigned() : first;
    return new Driver(device, single, major, first, last);
  }

  /// @param device as `stat` has it: the major number in the bits 8 to 19, the minor around it
  String name(int device) {
    if (device == 0) return NONE;
    int major = (device >>> 8) & 0xFFF;
    int minor = (device & 0xFF) | ((device >>> 12) & 0xFFF00);
    for (Driver driver : drivers) {
      if (driver.has(major, minor)) return driver.name(minor);
    }
    return NONE;
  }
}
