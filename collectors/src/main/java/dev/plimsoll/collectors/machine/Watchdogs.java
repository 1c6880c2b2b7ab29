package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsFile;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `/sys/class/watchdog`, for example `watchdog0/timeout` with `60`: what starts the machine anew
/// when nobody feeds it (`Documentation/ABI/testing/sysfs-class-watchdog`). Only kernels that are
/// built with `CONFIG_WATCHDOG_SYSFS` tell more than the names.
///
/// @param watchdogs in the order of their names
public record Watchdogs(List<Watchdog> watchdogs) {
  public Watchdogs {
    watchdogs = List.copyOf(watchdogs);
  }

  /// Files with a number.
  public enum Attribute implements SysfsFile {
    /// Why the machine last started, in the bits of the driver; 0 for an ordinary start.
    BOOT_STATUS("bootstatus"),
    FIRMWARE_VERSION("fw_version"),
    /// 1 if it cannot be stopped once it runs.
    NO_WAY_OUT("nowayout"),
    /// Seconds until it starts the machine anew.
    TIME_LEFT("timeleft"),
    /// Seconds that it may go without being fed.
    TIMEOUT("timeout"),
    /// Seconds before the end at which it warns.
    PRE_TIMEOUT("pretimeout"),
    /// 1 if the machine was started from its other flash chip (Aspeed).
    ACCESS_CS0("access_cs0");

    private final String file;

    Attribute(String file) {
      this.file = file;
    }

    @Override
    public String file() {
      return file;
    }
  }

  /// One of them. A text that it does not tell is empty.
  ///
  /// @param state `active` or `inactive`
  /// @param governor what happens at the warning: `noop` or `panic`
  public record Watchdog(
      String name,
      Map<Attribute, Long> numbers,
      String options,
      String identity,
      String state,
      String status,
      String governor) {
    public Watchdog {
      numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }
  }

  /// Reads what there is of each.
  public static Section<Watchdogs> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/watchdog"))));
  }

  private static Watchdogs walk(SysfsDirectory all) throws KernelFileException {
    List<Watchdog> watchdogs = new ArrayList<>();
    for (SysfsDirectory device : all.children()) {
      watchdogs.add(
          new Watchdog(
              device.name(),
              SysfsFile.numbers(device, Attribute.class),
              device.text("options").orElse(""),
              device.text("identity").orElse(""),
              device.text("state").orElse(""),
              device.text("status").orElse(""),
              device.text("pretimeout_governor").orElse("")));
    }
    return new Watchdogs(watchdogs);
  }
}
