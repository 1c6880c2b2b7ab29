package dev.plimsoll.collectors.link;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/sys/class/net/bonding_masters`, for example `bond0 bond1`, and what it names: network devices
/// that are made of several (`Documentation/networking/bonding.rst`).
///
/// @param bonds in the kernel's order
public record Bonds(List<Bond> bonds) {
  public Bonds {
    bonds = List.copyOf(bonds);
  }

  /// A device that is made of several.
  ///
  /// @param slaves how many belong to it
  /// @param active how many of these have a link
  public record Bond(String name, int slaves, int active) {}

  /// Reads all of them. Absent where the driver is not loaded.
  public static Section<Bonds> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/net"))));
  }

  private static Bonds walk(SysfsDirectory all) throws KernelFileException {
    Optional<String> masters = all.text("bonding_masters");
    if (masters.isEmpty()) {
      throw new KernelFileException(all.in("bonding_masters").path(), Errno.ENOENT);
    }
    List<Bond> bonds = new ArrayList<>();
    for (String master : words(masters.get())) {
      bond(all.in(master)).ifPresent(bonds::add);
    }
    return new Bonds(bonds);
  }

  /// Empty where it is gone, or does not tell its slaves: that is not to have none.
  private static Optional<Bond> bond(SysfsDirectory master) {
    return master
        .in("bonding")
        .text("slaves")
        .map(Bonds::words)
        .map(slaves -> new Bond(master.name(), slaves.size(), active(master, slaves)));
  }

  private static int active(SysfsDirectory master, List<String> slaves) {
    return (int) slaves.stream().filter(slave -> isUp(master, slave)).count();
  }

  /// Kernels before 3.13 link to `slave_eth0`, others to `lower_eth0`.
  private static boolean isUp(SysfsDirectory master, String slave) {
    return master
        .in("lower_" + slave)
        .text("bonding_slave/mii_status")
        .or(() -> master.in("slave_" + slave).text("bonding_slave/mii_status"))
        .filter("up"::equals)
        .isPresent();
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" +", -1));
  }
}
