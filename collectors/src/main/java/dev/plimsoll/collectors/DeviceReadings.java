package dev.plimsoll.collectors;

import dev.plimsoll.collectors.block.BlockDevices;
import dev.plimsoll.collectors.block.Btrfs;
import dev.plimsoll.collectors.block.NvmeControllers;
import dev.plimsoll.collectors.cpu.CpuFrequencies;
import dev.plimsoll.collectors.cpu.Processors;
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
import java.util.List;

/// What devices tell of themselves, mostly in sysfs: a file for each value, so that reading them
/// costs more than their values are worth each second.
public record DeviceReadings(
    Reading<NetworkDevices> networkDevices,
    Reading<Bonds> bonds,
    Reading<Infiniband> infiniband,
    Reading<FibreChannel> fibreChannel,
    Reading<Processors> processors,
    Reading<CpuFrequencies> cpuFrequencies,
    Reading<BlockDevices> blockDevices,
    Reading<NvmeControllers> nvme,
    Reading<Btrfs> btrfs,
    Reading<Dmi> dmi,
    Reading<Edac> edac,
    Reading<Hwmon> hwmon,
    Reading<Thermal> thermal,
    Reading<PowerSupplies> powerSupplies,
    Reading<Rapl> rapl,
    Reading<Watchdogs> watchdogs) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return List.of(
        networkDevices,
        bonds,
        infiniband,
        fibreChannel,
        processors,
        cpuFrequencies,
        blockDevices,
        nvme,
        btrfs,
        dmi,
        edac,
        hwmon,
        thermal,
        powerSupplies,
        rapl,
        watchdogs);
  }
}
