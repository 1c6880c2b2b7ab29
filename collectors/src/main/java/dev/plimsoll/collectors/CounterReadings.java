package dev.plimsoll.collectors;

import dev.plimsoll.collectors.cgroup.PodNetworks;
import dev.plimsoll.collectors.net.ArpTable;
import dev.plimsoll.collectors.net.Conntrack;
import dev.plimsoll.collectors.net.ConntrackStat;
import dev.plimsoll.collectors.net.ProtocolCounters;
import dev.plimsoll.collectors.net.SoftNet;
import dev.plimsoll.collectors.net.UdpSockets;
import dev.plimsoll.collectors.proc.DiskStats;
import dev.plimsoll.collectors.proc.Entropy;
import dev.plimsoll.collectors.proc.FileHandles;
import dev.plimsoll.collectors.proc.LoadAvg;
import dev.plimsoll.collectors.proc.NetDev;
import dev.plimsoll.collectors.proc.SchedStat;
import dev.plimsoll.collectors.proc.Uptime;
import dev.plimsoll.collectors.proc.VmStat;
import java.util.List;
import java.util.stream.Stream;

/// What is read at every interval of counters: the node's counters that lose nothing by being read
/// later, for the kernel adds them up.
public record CounterReadings(
    Reading<LoadAvg> loadAvg,
    Reading<VmStat> vmStat,
    Reading<Uptime> uptime,
    Reading<DiskStats> diskStats,
    Reading<NetDev> netDev,
    Reading<PodNetworks> podNetworks,
    Reading<FileHandles> fileHandles,
    Reading<Conntrack> conntrack,
    Reading<ProtocolCounters> sockStat,
    Reading<ProtocolCounters> snmp,
    Reading<ProtocolCounters> netstat,
    Reading<SoftNet> softNet,
    Reading<ArpTable> arp,
    Reading<ConntrackStat> conntrackStat,
    Reading<Entropy> entropy,
    Reading<SchedStat> schedStat,
    Reading<ProtocolCounters> snmp6,
    Reading<ProtocolCounters> sockStat6,
    Reading<UdpSockets> udp,
    SubsystemReadings subsystems) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return Stream.concat(own(), subsystems.all().stream()).toList();
  }

  private Stream<Reading<?>> own() {
    return Stream.of(
        loadAvg,
        vmStat,
        uptime,
        diskStats,
        netDev,
        podNetworks,
        fileHandles,
        conntrack,
        sockStat,
        snmp,
        netstat,
        softNet,
        arp,
        conntrackStat,
        entropy,
        schedStat,
        snmp6,
        sockStat6,
        udp);
  }
}
