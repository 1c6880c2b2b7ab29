package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.net.Conntrack;
import dev.plimsoll.collectors.net.ConntrackStat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `conntrack`: the connections that the kernel follows.
final class ConntrackCollector implements NodeCollector {
  private static final Family ENTRIES =
      Family.gauge(
          "node_nf_conntrack_entries",
          "Connections that are followed now (/proc/sys/net/netfilter/nf_conntrack_count).");
  private static final Family LIMIT =
      Family.gauge(
          "node_nf_conntrack_entries_limit",
          "The most connections that can be followed (/proc/sys/net/netfilter/nf_conntrack_max).");

  /// The kernel's names, which node_exporter's end in. Gauges there, though they only rise.
  private static final List<String> COUNTERS =
      List.of(
          "found",
          "invalid",
          "ignore",
          "insert",
          "insert_failed",
          "drop",
          "early_drop",
          "search_restart");

  private static final Map<String, Family> STAT =
      COUNTERS.stream().collect(Collectors.toMap(name -> name, ConntrackCollector::family));

  private static Family family(String name) {
    return Family.gauge(
        "node_nf_conntrack_stat_" + name,
        "The counter " + name + " of all CPUs together (/proc/net/stat/nf_conntrack).");
  }

  @Override
  public Source source() {
    return Source.CONNTRACK;
  }

  @Override
  public List<Family> families() {
    return Stream.concat(Stream.of(ENTRIES, LIMIT), STAT.values().stream()).toList();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().conntrack(), node.counters().conntrackStat());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().conntrack()).ifPresent(table -> write(table, sink));
    NodeCollector.value(node.counters().conntrackStat()).ifPresent(stat -> write(stat, sink));
  }

  private static void write(Conntrack table, Sink sink) {
    sink.sample(ENTRIES, table.entries());
    sink.sample(LIMIT, table.limit());
  }

  private static void write(ConntrackStat stat, Sink sink) {
    STAT.forEach((name, family) -> stat.counter(name).ifPresent(sum -> sink.sample(family, sum)));
  }
}
