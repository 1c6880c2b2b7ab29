package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.MemInfo;
import java.util.List;
import java.util.Optional;
import oshi.spi.SystemInfoFactory;
import oshi.spi.SystemInfoProvider;

/// What OSHI tells of this machine, whatever system it runs. Times of processes and CPUs are in
/// milliseconds, so its tick is one.
public final class OshiNode {
  private static final long TICKS_PER_SECOND = 1000;

  private final SystemInfoProvider oshi;
  private final long bootTime;
  private final OshiProcesses processes;

  /// Loads what OSHI needs for this system, which takes a while.
  public OshiNode() {
    oshi = SystemInfoFactory.create();
    bootTime = oshi.getOperatingSystem().getSystemBootTime();
    processes = new OshiProcesses(oshi.getOperatingSystem(), bootTime, units().pageSize());
  }

  /// In what units it tells the rest.
  public AuxiliaryVector units() {
    return new AuxiliaryVector(TICKS_PER_SECOND, oshi.getHardware().getMemory().getPageSize());
  }

  /// When the system started, in seconds of Unix time.
  public long bootTime() {
    return bootTime;
  }

  /// All processes, read anew.
  public List<OshiProcess> processes() {
    return processes.read();
  }

  public MemInfo memory() {
    return OshiMemory.of(oshi.getHardware().getMemory());
  }

  /// CPU time of the node since its start, read anew.
  public OshiCpu cpu() {
    return OshiCpu.of(oshi.getHardware().getProcessor());
  }

  /// Tasks that ran or could run, averaged over one, five and fifteen minutes; empty where the
  /// system does not reckon it.
  public Optional<double[]> load() {
    double[] load = oshi.getHardware().getProcessor().getSystemLoadAverage(3);
    return load.length == 3 && load[0] >= 0 ? Optional.of(load) : Optional.empty();
  }

  public Filesystems filesystems() {
    return OshiFilesystems.of(oshi.getOperatingSystem().getFileSystem());
  }
}
