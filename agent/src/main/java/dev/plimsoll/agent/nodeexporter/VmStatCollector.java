package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// `vmstat`: what the kernel counts of memory, as far as people want it.
final class VmStatCollector implements NodeCollector {
  private static final String PREFIX = "node_vmstat_";

  private final DerivedFamilies families;

  VmStatCollector(NameFilter fields) {
    families =
        new DerivedFamilies(
            (_, name) -> Optional.of(name).filter(fields::wants).map(VmStatCollector::family));
  }

  @Override
  public Source source() {
    return Source.VMSTAT;
  }

  @Override
  public List<Family> families() {
    return List.of();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().vmStat());
  }

  @Override
  public List<String> derived() {
    return List.of(PREFIX);
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().vmStat())
        .ifPresent(vm -> families.write(vm.values(), Labels.EMPTY, sink));
  }

  private static Family family(String word) {
    String name = DerivedName.of(word);
    return Family.untyped(PREFIX + name, "The number " + name + " (/proc/vmstat).");
  }
}
