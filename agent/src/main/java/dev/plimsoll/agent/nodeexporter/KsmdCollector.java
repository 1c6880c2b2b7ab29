package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.node.SamePageMerging;
import java.util.ArrayList;
import java.util.List;

/// `ksmd`: pages with the same content that the kernel keeps once.
final class KsmdCollector implements NodeCollector {
  private static final Family SCANS =
      Family.counter("node_ksmd_full_scans_total", help("Times that all memory was looked at"));
  private static final Family SLEEP =
      Family.gauge("node_ksmd_sleep_seconds", help("Seconds between two looks"));
  private static final List<Family> OTHERS =
      List.of(
          other("merge_across_nodes", "1 where pages of different NUMA nodes are merged"),
          other("pages_shared", "Pages that are kept for several"),
          other("pages_sharing", "Pages that are saved"),
          other("pages_to_scan", "Pages that are looked at before a pause"),
          other("pages_unshared", "Pages that were looked at and have no twin"),
          other("pages_volatile", "Pages that change too fast"),
          other("run", "1 where the kernel looks for twins, 2 where it parts them, 0 else"));

  private static Family other(String file, String what) {
    return Family.gauge("node_ksmd_" + file, help(what));
  }

  private static String help(String what) {
    return what + " (/sys/kernel/mm/ksm).";
  }

  @Override
  public Source source() {
    return Source.KSMD;
  }

  @Override
  public List<Family> families() {
    List<Family> all = new ArrayList<>(OTHERS);
    all.addAll(List.of(SCANS, SLEEP));
    return List.copyOf(all);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().samePages());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().samePages())
        .ifPresent(merging -> write(merging, sink));
  }

  private static void write(SamePageMerging merging, Sink sink) {
    merging
        .values()
        .forEach(
            (file, value) -> {
              switch (file) {
                case "full_scans" -> sink.sample(SCANS, value);
                case "sleep_millisecs" -> sink.sample(SLEEP, value / 1000.0);
                default -> writeOther("node_ksmd_" + file, value, sink);
              }
            });
  }

  private static void writeOther(String name, long value, Sink sink) {
    OTHERS.stream()
        .filter(family -> family.name().equals(name))
        .forEach(family -> sink.sample(family, value));
  }
}
