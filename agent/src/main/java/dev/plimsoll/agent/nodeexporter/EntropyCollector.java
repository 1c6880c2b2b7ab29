package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.Entropy;
import java.util.List;

/// `entropy`: what the random generator holds.
final class EntropyCollector implements NodeCollector {
  private static final Family AVAILABLE =
      Family.gauge(
          "node_entropy_available_bits",
          "Bits of entropy that are there (/proc/sys/kernel/random/entropy_avail).");
  private static final Family POOL =
      Family.gauge(
          "node_entropy_pool_size_bits",
          "Bits of entropy that there can be (/proc/sys/kernel/random/poolsize).");

  @Override
  public Source source() {
    return Source.ENTROPY;
  }

  @Override
  public List<Family> families() {
    return List.of(AVAILABLE, POOL);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().entropy());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().entropy()).ifPresent(value -> write(value, sink));
  }

  private static void write(Entropy value, Sink sink) {
    sink.sample(AVAILABLE, value.availableBits());
    sink.sample(POOL, value.poolBits());
  }
}
