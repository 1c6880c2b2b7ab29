package dev.plimsoll.collectors;

import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.net.Conntrack;
import dev.plimsoll.collectors.net.ProtocolCounters;
import dev.plimsoll.collectors.net.SoftNet;
import dev.plimsoll.collectors.proc.DiskStats;
import dev.plimsoll.collectors.proc.FileHandles;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.LoadAvg;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NetDev;
import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.Uptime;
import dev.plimsoll.collectors.proc.VmStat;
import java.util.List;

/// What is read at every fast interval: counters that cost microseconds.
public record FastReadings(
    Reading<KernelStat> stat,
    Reading<LoadAvg> loadAvg,
    Reading<MemInfo> memInfo,
    Reading<VmStat> vmStat,
    Reading<NodePressure> pressure,
    Reading<Uptime> uptime,
    Reading<DiskStats> diskStats,
    Reading<NetDev> netDev,
    Reading<CgroupTree> cgroups,
    Reading<FileHandles> fileHandles,
    Reading<Conntrack> conntrack,
    Reading<ProtocolCounters> sockStat,
    Reading<ProtocolCounters> snmp,
    Reading<ProtocolCounters> netstat,
    Reading<SoftNet> softNet) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return List.of(
        stat,
        loadAvg,
        memInfo,
        vmStat,
        pressure,
        uptime,
        diskStats,
        netDev,
        cgroups,
        fileHandles,
        conntrack,
        sockStat,
        snmp,
        netstat,
        softNet);
  }
}
