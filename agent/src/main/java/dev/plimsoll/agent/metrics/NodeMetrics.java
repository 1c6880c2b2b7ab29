package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.FastReadings;
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
              TcpMetrics.FAMILIES,
              SoftNetMetrics.FAMILIES,
              NodeInfoMetrics.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private NodeMetrics() {}

  public static void write(NodeSnapshot node, Sink sink) {
    FastReadings fast = node.fast();
    present(fast.stat(), stat -> SchedulerMetrics.write(stat, sink));
    present(fast.loadAvg(), load -> LoadMetrics.write(load, sink));
    present(fast.uptime(), uptime -> LoadMetrics.write(uptime, sink));
    present(fast.memInfo(), memory -> MemoryMetrics.write(memory, sink));
    present(fast.vmStat(), vm -> PagingMetrics.write(vm, sink));
    present(fast.pressure(), pressure -> PressureMetrics.write(pressure, sink));
    present(fast.diskStats(), disks -> DiskMetrics.write(disks, sink));
    present(fast.fileHandles(), files -> LimitMetrics.write(files, sink));
    writeNetwork(fast, sink);
    write(node.slow(), sink);
    present(node.slow().auxiliaryVector(), units -> write(fast, units, sink));
  }

  private static void writeNetwork(FastReadings fast, Sink sink) {
    present(fast.netDev(), net -> NetworkMetrics.write(net, sink));
    present(fast.conntrack(), connections -> LimitMetrics.write(connections, sink));
    present(fast.snmp(), snmp -> TcpMetrics.writeSnmp(snmp, sink));
    present(fast.netstat(), netstat -> TcpMetrics.writeNetstat(netstat, sink));
    present(fast.sockStat(), sockets -> TcpMetrics.writeSockets(sockets, sink));
    present(fast.softNet(), net -> SoftNetMetrics.write(net, sink));
  }

  private static void write(SlowReadings slow, Sink sink) {
    present(slow.identity(), kernel -> NodeInfoMetrics.write(kernel, sink));
    present(slow.osRelease(), os -> NodeInfoMetrics.write(os, sink));
  }

  /// What the kernel counts in ticks and in pages.
  private static void write(FastReadings fast, AuxiliaryVector units, Sink sink) {
    present(fast.stat(), stat -> CpuMetrics.write(stat, units, sink));
    present(fast.vmStat(), vm -> PagingMetrics.writeSwapping(vm, units, sink));
  }

  private static <T> void present(Reading<T> reading, Consumer<T> write) {
    reading.section().present().ifPresent(write);
  }
}
