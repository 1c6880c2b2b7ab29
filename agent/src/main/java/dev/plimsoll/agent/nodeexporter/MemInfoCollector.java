package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.MemInfo;
import java.util.List;

/// `meminfo`: every line of the file by its own name, `Active(anon)` as
/// `node_memory_Active_anon_bytes`.
final class MemInfoCollector implements NodeCollector {
  private static final String PREFIX = "node_memory_";

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

  private static void write(MemInfo memory, Sink sink) {
    memory.sizes().forEach((line, bytes) -> sink.sample(size(DerivedName.of(line)), bytes));
    memory.counts().forEach((line, count) -> sink.sample(count(DerivedName.of(line)), count));
  }

  private static Family size(String line) {
    return Family.gauge(PREFIX + line + "_bytes", line + " in bytes (/proc/meminfo).");
  }

  private static Family count(String line) {
    return Family.gauge(PREFIX + line, line + " in pages (/proc/meminfo).");
  }
}
