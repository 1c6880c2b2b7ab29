package dev.plimsoll.collectors;

import dev.plimsoll.collectors.block.BlockDevices;
import dev.plimsoll.collectors.block.Btrfs;
import dev.plimsoll.collectors.block.NvmeControllers;
import dev.plimsoll.collectors.cpu.CpuFrequencies;
import dev.plimsoll.collectors.cpu.Processors;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.link.Bonds;
import dev.plimsoll.collectors.link.FibreChannel;
import dev.plimsoll.collectors.link.Infiniband;
import dev.plimsoll.collectors.link.NetworkDevices;
import dev.plimsoll.collectors.machine.Dmi;
import dev.plimsoll.collectors.machine.Edac;
import dev.plimsoll.collectors.machine.Hwmon;
import dev.plimsoll.collectors.machine.PowerSupplies;
import dev.plimsoll.collectors.machine.Rapl;
import dev.plimsoll.collectors.machine.Thermal;
import dev.plimsoll.collectors.machine.Watchdogs;
import dev.plimsoll.collectors.sysfs.PatientSource;
import java.util.Optional;

/// Reads what devices tell of themselves. Where firmware or a slow bus has to answer, which it may
/// never do, nobody waits for it. Belongs to one thread.
final class DeviceReader {
  private final KernelReader reader;
  private final Roots roots;
  private final SourceTimer timer;
  private final PatientSource<CpuFrequencies> cpuFrequencies;
  private final PatientSource<Hwmon> hwmon;
  private final PatientSource<Thermal> thermal;
  private final PatientSource<PowerSupplies> powerSupplies;
  private Optional<Section<Dmi>> dmi = Optional.empty();

  DeviceReader(KernelReader reader, Roots roots, SourceTimer timer) {
    this.reader = reader;
    this.roots = roots;
    this.timer = timer;
    cpuFrequencies =
        new PatientSource<>(
            roots.sys("devices/system/cpu"), own -> CpuFrequencies.read(own, roots));
    hwmon = new PatientSource<>(roots.sys("class/hwmon"), own -> Hwmon.read(own, roots));
    thermal = new PatientSource<>(roots.sys("class/thermal"), own -> Thermal.read(own, roots));
    powerSupplies =
        new PatientSource<>(roots.sys("class/power_supply"), own -> PowerSupplies.read(own, roots));
  }

  DeviceReadings read() {
    return new DeviceReadings(
        timer.timed(Source.NETCLASS, () -> NetworkDevices.read(reader, roots)),
        timer.timed(Source.BONDING, () -> Bonds.read(reader, roots)),
        timer.timed(Source.INFINIBAND, () -> Infiniband.read(reader, roots)),
        timer.timed(Source.FIBRECHANNEL, () -> FibreChannel.read(reader, roots)),
        timer.timed(Source.CPU, () -> Processors.read(reader, roots)),
        timer.timed(Source.CPUFREQ, cpuFrequencies::read),
        timer.timed(Source.DISK_INFO, () -> BlockDevices.read(reader, roots)),
        timer.timed(Source.NVME, () -> NvmeControllers.read(reader, roots)),
        timer.timed(Source.BTRFS, () -> Btrfs.read(reader, roots)),
        timer.timed(Source.DMI, this::dmi),
        timer.timed(Source.EDAC, () -> Edac.read(reader, roots)),
        timer.timed(Source.HWMON, hwmon::read),
        timer.timed(Source.THERMAL_ZONE, thermal::read),
        timer.timed(Source.POWERSUPPLYCLASS, powerSupplies::read),
        timer.timed(Source.RAPL, () -> Rapl.read(reader, roots)),
        timer.timed(Source.WATCHDOG, () -> Watchdogs.read(reader, roots)));
  }

  /// Firmware does not change its mind: once is enough, unless it could not be read.
  private Section<Dmi> dmi() {
    Section<Dmi> known = dmi.orElseGet(() -> Dmi.read(reader, roots));
    dmi = known.failures().isEmpty() ? Optional.of(known) : Optional.empty();
    return known;
  }
}
