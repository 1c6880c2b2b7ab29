package dev.plimsoll.collectors;

import dev.plimsoll.collectors.cgroup.CgroupPace;
import dev.plimsoll.collectors.cgroup.CgroupReader;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.PodNetworkReader;
import dev.plimsoll.collectors.inventory.ClockSources;
import dev.plimsoll.collectors.inventory.HardwareReader;
import dev.plimsoll.collectors.inventory.OshiDisks;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import dev.plimsoll.collectors.mount.SizeCall;
import dev.plimsoll.collectors.net.ArpTable;
import dev.plimsoll.collectors.net.Conntrack;
import dev.plimsoll.collectors.net.ConntrackStat;
import dev.plimsoll.collectors.net.IpVs;
import dev.plimsoll.collectors.net.Netstat;
import dev.plimsoll.collectors.net.Snmp;
import dev.plimsoll.collectors.net.Snmp6;
import dev.plimsoll.collectors.net.SockStat;
import dev.plimsoll.collectors.net.SoftNet;
import dev.plimsoll.collectors.net.UdpSockets;
import dev.plimsoll.collectors.net.UnwantedPackets;
import dev.plimsoll.collectors.node.MachineClock;
import dev.plimsoll.collectors.node.NumaMemory;
import dev.plimsoll.collectors.node.PerCpuCounts;
import dev.plimsoll.collectors.node.SamePageMerging;
import dev.plimsoll.collectors.node.SeLinux;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.DiskStats;
import dev.plimsoll.collectors.proc.Entropy;
import dev.plimsoll.collectors.proc.FileHandles;
import dev.plimsoll.collectors.proc.KernelIdentity;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.LoadAvg;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NetDev;
import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.OsRelease;
import dev.plimsoll.collectors.proc.SchedStat;
import dev.plimsoll.collectors.proc.SteadyIdle;
import dev.plimsoll.collectors.proc.TaskLimits;
import dev.plimsoll.collectors.proc.Uptime;
import dev.plimsoll.collectors.proc.VmStat;
import dev.plimsoll.collectors.process.ProcessReader;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.SocketReader;
import dev.plimsoll.collectors.process.ThreadReader;
import dev.plimsoll.collectors.storage.MdArrays;
import dev.plimsoll.collectors.storage.NfsClient;
import dev.plimsoll.collectors.storage.NfsServer;
import dev.plimsoll.collectors.storage.XfsStats;
import dev.plimsoll.collectors.storage.ZfsDatasets;
import dev.plimsoll.collectors.storage.ZfsStats;
import dev.plimsoll.collectors.textfile.TextFileReader;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/// Reads every source of a node, each once a pass, in this order. Belongs to one thread.
public final class NodeReader implements AutoCloseable {
  private final KernelReader reader = new KernelReader();
  private final Roots roots;
  private final SourceTimer timer;
  private final SteadyIdle steadyIdle = new SteadyIdle();
  private final ProcessReader processes;
  private final ThreadReader threads;
  private final SocketReader sockets;
  private final FilesystemReader filesystems;
  private final HardwareReader hardware;
  private final OshiDisks disks;
  private final ZfsDatasets zfsDatasets = new ZfsDatasets();
  private final DeviceReader devices;
  private final CgroupReader cgroups;
  private final PodNetworkReader podNetworks;
  private Section<CgroupTree> tree = new Section.Absent<>("control groups are not read");
  private final TextFileReader textFiles;

  /// A reader that asks the kernel for the sizes of file systems.
  ///
  /// @param off sources that are not to be read
  public NodeReader(Roots roots, Clock clock, Set<Source> off) {
    this(roots, clock, off, new KernelSizeCall());
  }

  /// @param off sources that are not to be read
  /// @param sizes who is asked for the sizes of file systems, which no file tells
  public NodeReader(Roots roots, Clock clock, Set<Source> off, SizeCall sizes) {
    this(roots, clock, off, sizes, Demand.none());
  }

  /// @param demand what is wanted beyond what is always read
  public NodeReader(Roots roots, Clock clock, Set<Source> off, SizeCall sizes, Demand demand) {
    this.roots = roots;
    this.timer = new SourceTimer(clock, off);
    this.devices = new DeviceReader(roots, timer);
    this.hardware = new HardwareReader(reader, roots);
    this.disks = new OshiDisks(reader, roots);
    this.filesystems =
        new FilesystemReader(
            sizes, MountFilter.asDf().alsoShowing(demand.mounts()), Patience.ofAgent());
    this.processes = new ProcessReader(reader, roots, clock);
    this.threads = new ThreadReader(reader, roots, demand.threads());
    this.sockets = new SocketReader(reader, roots, demand.sockets());
    this.podNetworks = new PodNetworkReader(reader, roots);
    this.textFiles = new TextFileReader(demand.textFiles());
    this.cgroups = new CgroupReader(reader, roots, clock, CgroupPace.usual());
  }

  /// Everything, once.
  public NodeSnapshot read() {
    return new NodeSnapshot(
        readFast(), readCounters(), readProcesses(), readSlow(), devices.read());
  }

  /// That of which a short burst matters.
  public FastReadings readFast() {
    return new FastReadings(
        timed(Source.STAT, () -> KernelStat.read(reader, roots).map(steadyIdle::steady)),
        timed(Source.MEMINFO, () -> MemInfo.read(reader, roots)),
        timed(Source.PRESSURE, () -> NodePressure.read(reader, roots)),
        timed(Source.CGROUPS, this::readCgroups));
  }

  private Section<CgroupTree> readCgroups() {
    tree = cgroups.read();
    return tree;
  }

  /// The node's counters that the kernel adds up, so that they may be read later.
  public CounterReadings readCounters() {
    return new CounterReadings(
        timed(Source.LOADAVG, () -> LoadAvg.read(reader, roots)),
        timed(Source.VMSTAT, () -> VmStat.read(reader, roots)),
        timed(Source.UPTIME, () -> Uptime.read(reader, roots)),
        timed(Source.DISKSTATS, () -> DiskStats.read(reader, roots)),
        timed(Source.NETDEV, () -> NetDev.read(reader, roots)),
        timed(Source.POD_NETWORK, () -> podNetworks.read(tree)),
        timed(Source.FILEFD, () -> FileHandles.read(reader, roots)),
        timed(Source.CONNTRACK, () -> Conntrack.read(reader, roots)),
        timed(Source.SOCKSTAT, () -> SockStat.read(reader, roots)),
        timed(Source.SNMP, () -> Snmp.read(reader, roots)),
        timed(Source.NETSTAT, () -> Netstat.read(reader, roots)),
        timed(Source.SOFTNET, () -> SoftNet.read(reader, roots)),
        timed(Source.ARP, () -> ArpTable.read(reader, roots)),
        timed(Source.CONNTRACK_STAT, () -> ConntrackStat.read(reader, roots)),
        timed(Source.ENTROPY, () -> Entropy.read(reader, roots)),
        timed(Source.SCHEDSTAT, () -> SchedStat.read(reader, roots)),
        timed(Source.SNMP6, () -> Snmp6.read(reader, roots)),
        timed(Source.SOCKSTAT6, () -> SockStat.read6(reader, roots)),
        timed(Source.UDP_QUEUES, () -> UdpSockets.read(reader, roots)),
        readSubsystems());
  }

  private SubsystemReadings readSubsystems() {
    return new SubsystemReadings(
        timed(Source.IPVS, () -> IpVs.read(reader, roots)),
        timed(Source.MDADM, () -> MdArrays.read(reader, roots)),
        timed(Source.NFS, () -> NfsClient.read(reader, roots)),
        timed(Source.NFSD, () -> NfsServer.read(reader, roots)),
        timed(Source.XFS, () -> XfsStats.read(reader, roots)),
        timed(Source.ZFS, () -> ZfsStats.read(reader, roots, zfsDatasets)),
        timed(Source.SELINUX, () -> SeLinux.read(reader, roots)),
        timed(Source.TIMEX, () -> MachineClock.read(reader, roots)),
        timed(Source.MEMINFO_NUMA, () -> NumaMemory.read(reader, roots)),
        timed(Source.TEXTFILE, textFiles::read),
        timed(Source.INTERRUPTS, () -> PerCpuCounts.readInterrupts(reader, roots)),
        timed(Source.SOFTIRQS, () -> PerCpuCounts.readSoftIrqs(reader, roots)),
        timed(Source.KSMD, () -> SamePageMerging.read(reader, roots)));
  }

  /// The table of processes, each of them read as far as it may have changed.
  public Reading<ProcessTable> readProcesses() {
    return timed(Source.PROCESSES, () -> sockets.extend(threads.extend(processes.read())));
  }

  /// What hardly changes.
  public SlowReadings readSlow() {
    return new SlowReadings(
        timed(Source.FILESYSTEM, () -> filesystems.read(reader, roots)),
        timed(Source.AUXV, () -> AuxiliaryVector.read(reader, roots)),
        timed(Source.UNAME, () -> KernelIdentity.read(reader, roots)),
        timed(Source.OS, () -> OsRelease.read(reader, roots)),
        timed(Source.TASK_LIMITS, () -> TaskLimits.read(reader, roots)),
        timed(Source.TIME, () -> ClockSources.read(reader, roots)),
        timed(Source.UNWANTED_PACKETS, () -> UnwantedPackets.read(reader, roots)),
        timed(Source.INVENTORY, hardware::read),
        timed(Source.DISKS, disks::known));
  }

  /// Has what devices tell read in another thread; [#devices()] has it as soon as it is known.
  public void askDevices() {
    devices.ask();
  }

  /// The same of what tells whether a link is there.
  public void askLinks() {
    devices.askLinks();
  }

  /// What is known of devices now, which reads nothing itself and never waits.
  public DeviceReadings devices() {
    return devices.known();
  }

  /// Closes the files that it keeps open between passes.
  @Override
  public void close() {
    processes.close();
    cgroups.close();
    textFiles.close();
    disks.close();
    devices.close();
  }

  private <T> Reading<T> timed(Source source, Supplier<Section<T>> read) {
    return timer.timed(source, read);
  }
}
