package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `/sys/class/thermal`, for example `thermal_zone0/temp` with `49925`: how hot parts of the
/// machine are and how much they are cooled (`Documentation/driver-api/thermal/sysfs-api.rst`).
///
/// @param zones in the order of their numbers
/// @param cooling in the order of their numbers
public record Thermal(List<Zone> zones, List<CoolingDevice> cooling) {
  public Thermal {
    zones = List.copyOf(zones);
    cooling = List.copyOf(cooling);
  }

  /// A part that has a temperature.
  ///
  /// @param type what it is: `x86_pkg_temp`, `acpitz`
  /// @param milliCelsius its temperature in thousandths of a degree; empty where it cannot tell now
  public record Zone(int number, String type, OptionalLong milliCelsius) {}

  /// A fan, or a processor that can be slowed.
  ///
  /// @param type what it is: `Processor`, `Fan`
  /// @param state how much it cools, from 0
  /// @param most how much it can
  public record CoolingDevice(int number, String type, OptionalLong state, OptionalLong most) {}

  /// Reads what there is.
  public static Section<Thermal> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/thermal"))));
  }

  private static Thermal walk(SysfsDirectory all) throws KernelFileException {
    List<Zone> zones = new ArrayList<>();
    for (SysfsDirectory zone : all.numbered("thermal_zone")) {
      zones.add(new Zone(zone.index("thermal_zone"), type(zone), zone.number("temp")));
    }
    List<CoolingDevice> cooling = new ArrayList<>();
    for (SysfsDirectory device : all.numbered("cooling_device")) {
      OptionalLong state = device.number("cur_state");
      int number = device.index("cooling_device");
      cooling.add(new CoolingDevice(number, type(device), state, device.number("max_state")));
    }
    return new Thermal(zones, cooling);
  }

  private static String type(SysfsDirectory device) {
    return device.text("type").orElse("");
  }
}
