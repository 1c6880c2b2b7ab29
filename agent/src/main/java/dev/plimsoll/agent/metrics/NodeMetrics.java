package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.CounterReadings;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.SlowReadings;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// `plimsoll_node_*`: the node as a whole. What could not be read has no sample.
public final class NodeMetrics {
  static final List<Family> FAMILIES =
      Stream.of(
              CpuMetrics.FAMILIES,
              SchedulerMetrics.FAMILIES,
              LoadMetrics.FAMILIES,
              MemoryMetrics.FAMILIES,
              PagingMetrics.FAMILIES,
              PressureMetrics.FAMILIES,
              DiskMetrics.FAMILIES,
              NetworkMetrics.FAMILIES,
              LimitMetrics.FAMILIES,
              ClockMetrics.FAMILIES,
              TcpMetrics.FAMILIES,
              SoftNetMetrics.FAMILIES,
              NodeInfoMetrics.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private NodeMetrics() {}

  public static void write(NodeSnapshot node, Sink sink) {
    present(node.fast().stat(), stat -> SchedulerMetrics.write(stat, sink));
    present(node.fast().memInfo(), memory -> MemoryMetrics.write(memory, sink));
    present(node.fast().pressure(), pressure -> PressureMetrics.write(pressure, sink));
    write(node.counters(), sink);
    writeNetwork(node.counters(), sink);
    write(node.slow(), sink);
    present(node.slow().auxiliaryVector(), units -> write(node, units, sink));
  }

  private static void write(CounterReadings counters, Sink sink) {
    present(counters.loadAvg(), load -> LoadMetrics.write(load, sink));
    present(counters.uptime(), uptime -> LoadMetrics.write(uptime, sink));
    present(counters.vmStat(), vm -> PagingMetrics.write(vm, sink));
    present(counters.diskStats(), disks -> DiskMetrics.write(disks, sink));
    present(counters.fileHandles(), files -> LimitMetrics.write(files, sink));
    present(counters.subsystems().clock(), clock -> ClockMetrics.write(clock, sink));
  }

  private static void writeNetwork(CounterReadings counters, Sink sink) {
    present(counters.netDev(), net -> NetworkMetrics.write(net, sink));
    present(counters.conntrack(), connections -> LimitMetrics.write(connections, sink));
    present(counters.snmp(), snmp -> TcpMetrics.writeSnmp(snmp, sink));
    present(counters.netstat(), netstat -> TcpMetrics.writeNetstat(netstat, sink));
    present(counters.sockStat(), sockets -> TcpMetrics.writeSockets(sockets, sink));
    present(counters.softNet(), net -> SoftNetMetrics.write(net, sink));
  }

  private static void write(SlowReadings slow, Sink sink) {
    present(slow.identity(), kernel -> NodeInfoMetrics.write(kernel, sink));
    present(slow.osRelease(), os -> NodeInfoMetrics.write(os, sink));
  }

  /// What the kernel counts in ticks and in pages.
  private static void write(NodeSnapshot node, AuxiliaryVector units, Sink sink) {
    present(node.fast().stat(), stat -> CpuMetrics.write(stat, units, sink));
    present(node.counters().vmStat(), vm -> PagingMetrics.writeSwapping(vm, units, sink));
  }

  private static <T> void present(Reading<T> reading, Consumer<T> write) {
    reading.section().present().ifPresent(write);
  }
}
