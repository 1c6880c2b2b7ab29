package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.net.IpVs;
import dev.plimsoll.collectors.net.IpVsBackend;
import dev.plimsoll.collectors.net.IpVsTotals;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `ipvs`: what the kernel's balancer does. Unlike node_exporter it tells services of SCTP by their
/// own names, not by the name of the service before them.
final class IpVsCollector implements NodeCollector {
  private static final String[] LABELS = {
    "local_address", "local_port", "remote_address", "remote_port", "proto", "local_mark"
  };

  private static final Family CONNECTIONS = total("connections", "Connections that were balanced");
  private static final Family PACKETS_IN = total("incoming_packets", "Packets to services");
  private static final Family PACKETS_OUT = total("outgoing_packets", "Packets from services");
  private static final Family BYTES_IN = total("incoming_bytes", "Bytes to services");
  private static final Family BYTES_OUT = total("outgoing_bytes", "Bytes from services");
  private static final Family ACTIVE =
      backend("connections_active", "Established connections to a server");
  private static final Family INACTIVE =
      backend("connections_inactive", "Connections to a server in any other state");
  private static final Family WEIGHT = backend("weight", "A server's share of new connections");

  private static Family total(String name, String what) {
    return Family.counter(
        "node_ipvs_" + name + "_total", what + " by IPVS (/proc/1/net/ip_vs_stats).");
  }

  private static Family backend(String name, String what) {
    return Family.gauge("node_ipvs_backend_" + name, what + " (/proc/1/net/ip_vs).", LABELS);
  }

  @Override
  public Source source() {
    return Source.IPVS;
  }

  @Override
  public List<Family> families() {
    return List.of(
        CONNECTIONS, PACKETS_IN, PACKETS_OUT, BYTES_IN, BYTES_OUT, ACTIVE, INACTIVE, WEIGHT);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().ipVs());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().ipVs())
        .ifPresent(balancer -> write(balancer, sink));
  }

  private static void write(IpVs balancer, Sink sink) {
    IpVsTotals totals = balancer.totals();
    sink.sample(CONNECTIONS, totals.connections());
    sink.sample(PACKETS_IN, totals.packetsIn());
    sink.sample(PACKETS_OUT, totals.packetsOut());
    sink.sample(BYTES_IN, totals.bytesIn());
    sink.sample(BYTES_OUT, totals.bytesOut());
    Map<Labels, List<IpVsBackend>> servers =
        balancer.backends().stream().collect(Collectors.groupingBy(IpVsCollector::labels));
    servers.forEach((labels, same) -> write(labels, same, sink));
  }

  /// What the table names twice counts together.
  private static void write(Labels labels, List<IpVsBackend> same, Sink sink) {
    sink.sample(ACTIVE, labels, same.stream().mapToLong(IpVsBackend::active).sum());
    sink.sample(INACTIVE, labels, same.stream().mapToLong(IpVsBackend::inactive).sum());
    sink.sample(WEIGHT, labels, same.stream().mapToLong(IpVsBackend::weight).sum());
  }

  private static Labels labels(IpVsBackend backend) {
    String[] values = {
      backend.localAddress(),
      Integer.toString(backend.localPort()),
      backend.remoteAddress(),
      Integer.toString(backend.remotePort()),
      backend.protocol(),
      backend.mark()
    };
    return Labels.of(LABELS, values);
  }
}
