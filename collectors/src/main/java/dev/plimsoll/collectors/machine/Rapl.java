package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `/sys/class/powercap`, for example `intel-rapl:0/energy_uj` with `240422366267`: the energy that
/// parts of a processor have used (`Documentation/power/powercap/powercap.rst`). Kernels since 5.10
/// let only root read it, for it gives secrets away.
///
/// @param zones in the order of their directories
public record Rapl(List<Zone> zones) {
  public Rapl {
    zones = List.copyOf(zones);
  }

  /// A part whose energy is counted.
  ///
  /// @param name what it is, without a number at its end: `package`, `core`, `dram`
  /// @param index the number at the end of the name, or which one of that name it is
  /// @param path its directory
  /// @param microJoules energy used; begins anew with 0 when the hardware's counter is full
  public record Zone(String name, int index, String path, long microJoules) {}

  /// Reads all zones. Absent for who may not read them.
  public static Section<Rapl> read(KernelReader reader, Roots roots) {
    Section<Rapl> section =
        SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/powercap"))));
    boolean nothing = section.present().filter(rapl -> rapl.zones.isEmpty()).isPresent();
    Optional<SourceFailure> denied =
        section.failures().stream()
            .filter(failure -> failure.kind() == SourceFailure.Kind.DENIED)
            .findFirst();
    if (nothing && denied.isPresent()) return new Section.Absent<>(denied.get().describe());
    return section;
  }

  private static Rapl walk(SysfsDirectory all) throws KernelFileException {
    List<Zone> zones = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    for (SysfsDirectory directory : all.children()) {
      Optional<String> named = directory.text("name");
      if (named.isEmpty()) continue;
      Zone zone = named(named.get(), directory.path(), used);
      used.put(zone.name, zone.index + 1);
      OptionalLong energy = directory.number("energy_uj");
      if (energy.isPresent()) {
        zones.add(new Zone(zone.name, zone.index, zone.path, energy.getAsLong()));
      }
    }
    return new Rapl(zones);
  }

  /// `package-1` is the package number 1; several `dram` are counted.
  private static Zone named(String name, String path, Map<String, Integer> used) {
    int dash = name.indexOf('-');
    String number = dash < 0 ? "" : name.substring(dash + 1);
    if (number.matches("[0-9]{1,9}")) {
      return new Zone(name.substring(0, dash), Integer.parseInt(number), path, 0);
    }
    return new Zone(name, used.getOrDefault(name, 0), path, 0);
  }
}
