package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.net.ProtocolCounters;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// `sockstat`: sockets by protocol.
final class SockStatCollector implements NodeCollector {
  private static final String PREFIX = "node_sockstat_";
  private static final Family USED =
      Family.gauge("node_sockstat_sockets_used", "Sockets of all kinds (/proc/net/sockstat).");

  private final DerivedFamilies families =
      new DerivedFamilies(
          (protocol, name) -> Optional.of(family(DerivedName.of(protocol + '_' + name))));

  @Override
  public Source source() {
    return Source.SOCKSTAT;
  }

  @Override
  public List<Family> families() {
    return List.of(USED);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.slow().auxiliaryVector());
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.counters().sockStat(), node.counters().sockStat6());
  }

  @Override
  public List<String> derived() {
    return List.of(PREFIX);
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().sockStat()).ifPresent(all -> write(all, sink));
    NodeCollector.value(node.counters().sockStat6()).ifPresent(all -> write(all, sink));
    NodeCollector.value(node.slow().auxiliaryVector())
        .ifPresent(units -> writeBytes(node.counters().sockStat(), units.pageSize(), sink));
  }

  private void write(ProtocolCounters all, Sink sink) {
    all.value("sockets", "used").ifPresent(sockets -> sink.sample(USED, sockets));
    all.protocols()
        .forEach(
            (protocol, numbers) -> {
              if (!protocol.equals("sockets")) {
                families.write(protocol, numbers, Labels.EMPTY, sink);
              }
            });
  }

  private static void writeBytes(Reading<ProtocolCounters> reading, long pageSize, Sink sink) {
    for (String protocol : List.of("TCP", "UDP")) {
      NodeCollector.value(reading)
          .map(all -> all.value(protocol, "mem"))
          .ifPresent(
              pages ->
                  pages.ifPresent(
                      mem -> sink.sample(family(protocol + "_mem_bytes"), mem * pageSize)));
    }
  }

  private static Family family(String field) {
    return Family.gauge(
        PREFIX + field, "The number " + field + " (/proc/net/sockstat and sockstat6).");
  }
}
