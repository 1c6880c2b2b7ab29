package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.MemInfo;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `meminfo`: every line of the file by its own name, `Active(anon)` as
/// `node_memory_Active_anon_bytes`.
final class MemInfoCollector implements NodeCollector {
  private static final String PREFIX = "node_memory_";

  private final DerivedFamilies sizes = DerivedFamilies.of(MemInfoCollector::size);
  private final DerivedFamilies counts = DerivedFamilies.of(MemInfoCollector::count);

  @Override
  public Source source() {
    return Source.MEMINFO;
  }

  @Override
  public List<Family> families() {
    return List.of();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.fast().memInfo());
  }

  @Override
  public List<String> derived() {
    return List.of(PREFIX);
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.fast().memInfo()).ifPresent(memory -> write(memory, sink));
  }

  private void write(MemInfo memory, Sink sink) {
    sizes.write(memory.sizes(), Labels.EMPTY, sink);
    counts.write(memory.counts(), Labels.EMPTY, sink);
  }

  private static Family size(String word) {
    String line = DerivedName.of(word);
    return Family.gauge(PREFIX + line + "_bytes", line + " in bytes (/proc/meminfo).");
  }

  private static Family count(String word) {
    String line = DerivedName.of(word);
    return Family.gauge(PREFIX + line, line + " in pages (/proc/meminfo).");
  }
}
