package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.link.Bonds;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `bonding`: network devices that are made of several.
final class BondingCollector implements NodeCollector {
  private static final Family SLAVES =
      Family.gauge(
          "node_bonding_slaves",
          "Devices that belong to the bond (/sys/class/net/*/bonding/slaves).",
          "master");
  private static final Family ACTIVE =
      Family.gauge(
          "node_bonding_active",
          "Devices of the bond that have a link (/sys/class/net/*/bonding_slave/mii_status).",
          "master");

  @Override
  public Source source() {
    return Source.BONDING;
  }

  @Override
  public List<Family> families() {
    return List.of(SLAVES, ACTIVE);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().bonds());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().bonds()).ifPresent(bonds -> write(bonds, sink));
  }

  private static void write(Bonds bonds, Sink sink) {
    for (Bonds.Bond bond : bonds.bonds()) {
      Labels master = Labels.of("master", bond.name());
      sink.sample(SLAVES, master, bond.slaves());
      sink.sample(ACTIVE, master, bond.active());
    }
  }
}
