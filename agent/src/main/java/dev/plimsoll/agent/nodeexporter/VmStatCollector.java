package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.VmStat;
import java.util.List;

/// `vmstat`: what the kernel counts of memory, as far as people want it.
final class VmStatCollector implements NodeCollector {
  private static final String PREFIX = "node_vmstat_";

  private final NameFilter fields;

  VmStatCollector(NameFilter fields) {
    this.fields = fields;
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
    NodeCollector.value(node.counters().vmStat()).ifPresent(vm -> write(vm, sink));
  }

  private void write(VmStat vm, Sink sink) {
    vm.values()
        .forEach(
            (name, value) -> {
              if (fields.wants(name)) sink.sample(family(DerivedName.of(name)), value);
            });
  }

  private static Family family(String name) {
    return Family.untyped(PREFIX + name, "The number " + name + " (/proc/vmstat).");
  }
}
