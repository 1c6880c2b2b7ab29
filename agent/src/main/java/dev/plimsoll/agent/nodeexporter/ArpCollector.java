package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.net.ArpTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `arp`: how many neighbours each interface knows by IPv4.
final class ArpCollector implements NodeCollector {
  private static final Family ENTRIES =
      Family.gauge("node_arp_entries", "Neighbours known by IPv4 (/proc/net/arp).", "device");

  @Override
  public Source source() {
    return Source.ARP;
  }

  @Override
  public List<Family> families() {
    return List.of(ENTRIES);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().arp());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().arp()).ifPresent(table -> write(table, sink));
  }

  private static void write(ArpTable table, Sink sink) {
    table
        .entries()
        .forEach((device, count) -> sink.sample(ENTRIES, Labels.of("device", device), count));
  }
}
