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
import dev.plimsoll.collectors.link.NetworkDeviceReader;
import dev.plimsoll.collectors.link.NetworkDevices;
import dev.plimsoll.collectors.machine.Dmi;
import dev.plimsoll.collectors.machine.Edac;
import dev.plimsoll.collectors.machine.Hwmon;
import dev.plimsoll.collectors.machine.PowerSupplies;
import dev.plimsoll.collectors.machine.Rapl;
import dev.plimsoll.collectors.machine.Thermal;
import dev.plimsoll.collectors.machine.Watchdogs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Has other threads read what devices tell of themselves: firmware or a slow bus has to answer for
/// some, which it may never do, and others are trees of thousands of files; nobody waits for them.
/// Belongs to one thread.
final class DeviceReader implements AutoCloseable {
  /// How long the first answers are waited for when none comes.
  private static final Duration FIRST = Duration.ofSeconds(2);

  private final Roots roots;
  private final SourceTimer timer;
  private final DeviceWorkers workers = new DeviceWorkers();
  private final NetworkDeviceReader links;
  private final PatientSource<NetworkDevices> networkDevices;
  private final PatientSource<Bonds> bonds;
  private final PatientSource<Infiniband> infiniband;
  private final PatientSource<FibreChannel> fibreChannel;
  private final PatientSource<Processors> processors;
  private final PatientSource<CpuFrequencies> cpuFrequencies;
  private final PatientSource<BlockDevices> blockDevices;
  private final PatientSource<NvmeControllers> nvme;
  private final PatientSource<Btrfs> btrfs;
  private final PatientSource<Dmi> dmi;
  private final PatientSource<Edac> edac;
  private final PatientSource<Hwmon> hwmon;
  private final PatientSource<Thermal> thermal;
  private final PatientSource<PowerSupplies> powerSupplies;
  private final PatientSource<Rapl> rapl;
  private final PatientSource<Watchdogs> watchdogs;
  private Optional<Section<Dmi>> knownDmi = Optional.empty();

  DeviceReader(Roots roots, SourceTimer timer) {
    this.roots = roots;
    this.timer = timer;
    links = new NetworkDeviceReader(roots);
    networkDevices = source(Source.NETCLASS, "class/net", (reader, _) -> links.read(reader));
    bonds = source(Source.BONDING, "class/net", Bonds::read);
    infiniband = source(Source.INFINIBAND, "class/infiniband", Infiniband::read);
    fibreChannel = source(Source.FIBRECHANNEL, "class/fc_host", FibreChannel::read);
    processors = source(Source.CPU, "devices/system/cpu", Processors::read);
    cpuFrequencies = source(Source.CPUFREQ, "devices/system/cpu", CpuFrequencies::read);
    blockDevices = source(Source.DISK_INFO, "block", BlockDevices::read);
    nvme = source(Source.NVME, "class/nvme", NvmeControllers::read);
    btrfs = source(Source.BTRFS, "fs/btrfs", Btrfs::read);
    dmi = source(Source.DMI, "class/dmi/id", this::dmi);
    edac = source(Source.EDAC, "devices/system/edac", Edac::read);
    hwmon = source(Source.HWMON, "class/hwmon", Hwmon::read);
    thermal = source(Source.THERMAL_ZONE, "class/thermal", Thermal::read);
    powerSupplies = source(Source.POWERSUPPLYCLASS, "class/power_supply", PowerSupplies::read);
    rapl = source(Source.RAPL, "class/powercap", Rapl::read);
    watchdogs = source(Source.WATCHDOG, "class/watchdog", Watchdogs::read);
  }

  private <T> PatientSource<T> source(
      Source source, String path, BiFunction<KernelReader, Roots, Section<T>> read) {
    return new PatientSource<>(
        source, roots.sys(path), timer, workers, reader -> read.apply(reader, roots));
  }

  /// Reads all of them, and waits for those that answer.
  DeviceReadings read() {
    ask();
    workers.await(FIRST);
    return known();
  }

  /// Has all of them read.
  void ask() {
    links.readWholeNext();
    all().forEach(PatientSource::ask);
    workers.attend();
  }

  /// Has those read that tell whether a link is there.
  void askLinks() {
    networkDevices.ask();
    bonds.ask();
    workers.attend();
  }

  private List<PatientSource<?>> all() {
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

  /// What is known of them now.
  DeviceReadings known() {
    workers.attend();
    return new DeviceReadings(
        networkDevices.known(),
        bonds.known(),
        infiniband.known(),
        fibreChannel.known(),
        processors.known(),
        cpuFrequencies.known(),
        blockDevices.known(),
        nvme.known(),
        btrfs.known(),
        dmi.known(),
        edac.known(),
        hwmon.known(),
        thermal.known(),
        powerSupplies.known(),
        rapl.known(),
        watchdogs.known());
  }

  /// Firmware does not change its mind: once is enough, unless it could not be read.
  private Section<Dmi> dmi(KernelReader reader, Roots from) {
    Section<Dmi> known = knownDmi.orElseGet(() -> Dmi.read(reader, from));
    knownDmi = known.failures().isEmpty() ? Optional.of(known) : Optional.empty();
    return known;
  }

  @Override
  public void close() {
    workers.close();
  }
}
