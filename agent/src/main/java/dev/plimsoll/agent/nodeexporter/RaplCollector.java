package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.Rapl;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `rapl`: the energy that parts of a processor used. Each kind of part is a family of its own.
final class RaplCollector implements NodeCollector {
  private static final Family ENERGY =
      Family.counter(
          "node_rapl_joules_total",
          "Energy in joules that a part of the processor used (/sys/class/powercap).",
          "index",
          "path",
          "rapl_zone");

  private final boolean zoneLabel;

  RaplCollector(boolean zoneLabel) {
    this.zoneLabel = zoneLabel;
  }

  @Override
  public Source source() {
    return Source.RAPL;
  }

  @Override
  public List<Family> families() {
    return zoneLabel ? List.of(ENERGY) : List.of();
  }

  @Override
  public List<String> derived() {
    return zoneLabel ? List.of() : List.of("node_rapl_");
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().rapl());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().rapl()).ifPresent(rapl -> write(rapl, sink));
  }

  private void write(Rapl rapl, Sink sink) {
    for (Rapl.Zone zone : rapl.zones()) {
      Labels labels = Labels.of("index", Integer.toString(zone.index()), "path", zone.path());
      double joules = zone.microJoules() / 1e6;
      if (zoneLabel) sink.sample(ENERGY, labels.add("rapl_zone", zone.name()), joules);
      else sink.sample(family(zone.name()), labels, joules);
    }
  }

  private static Family family(String zone) {
    return Family.counter(
        "node_rapl_" + zone.replaceAll("[^a-zA-Z0-9_]", "_") + "_joules_total",
        "Energy in joules that this part of the processor used (/sys/class/powercap).",
        "index",
        "path");
  }
}
