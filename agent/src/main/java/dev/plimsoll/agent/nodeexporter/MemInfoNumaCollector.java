package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.node.NumaMemory;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `meminfo_numa`: the memory of each NUMA node, every line by its own name. Sizes are in bytes
/// though their names do not say so.
final class MemInfoNumaCollector implements NodeCollector {
  private static final String PREFIX = "node_memory_numa_";

  private final DerivedFamilies values = DerivedFamilies.of(MemInfoNumaCollector::value);
  private final DerivedFamilies pages = DerivedFamilies.of(MemInfoNumaCollector::pages);

  @Override
  public Source source() {
    return Source.MEMINFO_NUMA;
  }

  @Override
  public List<Family> families() {
    return List.of();
  }

  @Override
  public List<String> derived() {
    return List.of(PREFIX);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().numa());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().numa())
        .ifPresent(memory -> memory.nodes().forEach(numa -> write(numa, sink)));
  }

  private void write(NumaMemory.Node numa, Sink sink) {
    Labels labels = Labels.of("node", numa.number());
    values.write(numa.values(), labels, sink);
    pages.write(numa.allocations(), labels, sink);
  }

  private static Family value(String word) {
    String line = DerivedName.of(word);
    String unit = line.startsWith("HugePages_") ? " in pages" : " in bytes";
    String help = line + unit + " (/sys/devices/system/node/node*/meminfo).";
    return Family.gauge(PREFIX + line, help, "node");
  }

  private static Family pages(String word) {
    String line = DerivedName.of(word);
    String help = "Pages counted as " + line + " (/sys/devices/system/node/node*/numastat).";
    return Family.counter(PREFIX + line + "_total", help, "node");
  }
}
