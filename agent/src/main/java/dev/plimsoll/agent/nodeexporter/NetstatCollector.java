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

/// `netstat`: what the kernel counts of network protocols, as far as people want it.
final class NetstatCollector implements NodeCollector {
  private static final String PREFIX = "node_netstat_";

  private final DerivedFamilies families;

  /// @param fields asked by protocol and name, `Tcp_ActiveOpens`
  NetstatCollector(NameFilter fields) {
    families =
        new DerivedFamilies(
            (protocol, name) ->
                Optional.of(protocol + '_' + name)
                    .filter(fields::wants)
                    .map(NetstatCollector::family));
  }

  @Override
  public Source source() {
    return Source.NETSTAT;
  }

  @Override
  public List<Family> families() {
    return List.of();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().netstat(), node.counters().snmp());
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.counters().snmp6());
  }

  @Override
  public List<String> derived() {
    return List.of(PREFIX);
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    write(node.counters().netstat(), sink);
    write(node.counters().snmp(), sink);
    write(node.counters().snmp6(), sink);
  }

  private void write(Reading<ProtocolCounters> reading, Sink sink) {
    NodeCollector.value(reading)
        .ifPresent(
            counters ->
                counters
                    .protocols()
                    .forEach(
                        (protocol, numbers) ->
                            families.write(protocol, numbers, Labels.EMPTY, sink)));
  }

  private static Family family(String words) {
    String field = DerivedName.of(words);
    return Family.untyped(
        PREFIX + field, "The number " + field + " (/proc/net/netstat, snmp and snmp6).");
  }
}
