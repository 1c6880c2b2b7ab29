package dev.plimsoll.collectors.cpu;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `/sys/devices/system/cpu`: which processors are online, which are kept from the scheduler, and
/// how often heat slowed them (`Documentation/ABI/testing/sysfs-devices-system-cpu`).
///
/// @param cpus in the order of their numbers
/// @param isolated those that `isolcpus=` names on the kernel's command line
public record Processors(List<Cpu> cpus, CpuList isolated) {
  public Processors {
    cpus = List.copyOf(cpus);
  }

  /// One logical processor.
  ///
  /// @param online empty where it cannot be taken offline, as mostly the first one
  /// @param throttles empty where it does not count them (`thermal_throttle`: x86 by Intel alone)
  public record Cpu(int number, Optional<Boolean> online, Optional<Throttles> throttles) {}

  /// How often heat slowed a processor since boot.
  ///
  /// @param packageId the socket that it is in
  /// @param coreId the core within it
  /// @param ofCore times that the core was slowed
  /// @param ofPackage times that the whole socket was
  public record Throttles(
      long packageId, long coreId, OptionalLong ofCore, OptionalLong ofPackage) {}

  /// Reads what there is of each processor.
  public static Section<Processors> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("devices/system/cpu"))));
  }

  private static Processors walk(SysfsDirectory all) throws KernelFileException {
    List<Cpu> cpus = new ArrayList<>();
    for (SysfsDirectory cpu : all.numbered("cpu")) {
      OptionalLong online = cpu.number("online");
      Optional<Boolean> isOnline =
          online.isPresent() ? Optional.of(online.getAsLong() == 1) : Optional.empty();
      cpus.add(new Cpu(cpu.index("cpu"), isOnline, throttles(cpu)));
    }
    return new Processors(
        cpus, all.value("isolated", CpuList::parse).orElseGet(() -> new CpuList(List.of())));
  }

  private static Optional<Throttles> throttles(SysfsDirectory cpu) {
    SysfsDirectory counts = cpu.in("thermal_throttle");
    OptionalLong ofCore = counts.number("core_throttle_count");
    OptionalLong ofPackage = counts.number("package_throttle_count");
    if (ofCore.isEmpty() && ofPackage.isEmpty()) return Optional.empty();
    OptionalLong packageId = cpu.in("topology").number("physical_package_id");
    OptionalLong coreId = cpu.in("topology").number("core_id");
    if (packageId.isEmpty() || coreId.isEmpty()) return Optional.empty();
    return Optional.of(new Throttles(packageId.getAsLong(), coreId.getAsLong(), ofCore, ofPackage));
  }
}
