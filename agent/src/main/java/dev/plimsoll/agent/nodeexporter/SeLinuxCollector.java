package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.node.AccessCache;
import dev.plimsoll.collectors.node.SeLinux;
import dev.plimsoll.collectors.node.SeLinux.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `selinux`: whether it is in use, and the cache of its decisions. That the kernel does not offer
/// it is an answer here, not a failure.
final class SeLinuxCollector implements NodeCollector {
  private static final Family ENABLED =
      Family.gauge("node_selinux_enabled", "1 where SELinux is in use, else 0 (/sys/fs/selinux).");
  private static final Family CONFIGURED =
      Family.gauge(
          "node_selinux_config_mode",
          "Mode after the next boot: 1 enforcing, 0 permissive, -1 disabled"
              + " (/etc/selinux/config).");
  private static final Family CURRENT =
      Family.gauge(
          "node_selinux_current_mode",
          "Mode now: 1 enforcing, 0 permissive (/sys/fs/selinux/enforce).");
  private static final Family ENTRIES = hash("hash_entries", "Decisions in the cache");
  private static final Family BUCKETS = hash("hash_buckets_available", "Buckets of the cache");
  private static final Family USED = hash("hash_buckets_used", "Buckets with a decision in them");
  private static final Family LONGEST =
      hash("hash_longest_chain", "Decisions in the fullest bucket");
  private static final Family THRESHOLD =
      Family.gauge(
          "node_selinux_avc_threshold",
          "Decisions beyond which old ones are dropped (/sys/fs/selinux/avc/cache_threshold).");
  private static final Map<String, Family> COUNTS = counts();

  private static Family hash(String name, String what) {
    return Family.gauge("node_selinux_avc_" + name, what + " (/sys/fs/selinux/avc/hash_stats).");
  }

  private static Map<String, Family> counts() {
    Map<String, Family> counts = new LinkedHashMap<>();
    for (String name : List.of("lookups", "hits", "misses", "allocations", "reclaims", "frees")) {
      String help = "Number of " + name + " in the cache (/sys/fs/selinux/avc/cache_stats).";
      counts.put(name, Family.counter("node_selinux_avc_" + name + "_total", help));
    }
    return counts;
  }

  @Override
  public Source source() {
    return Source.SELINUX;
  }

  @Override
  public List<Family> families() {
    return Stream.concat(
            Stream.of(ENABLED, CONFIGURED, CURRENT, ENTRIES, BUCKETS, USED, LONGEST, THRESHOLD),
            COUNTS.values().stream())
        .toList();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of();
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.counters().subsystems().seLinux());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    switch (node.counters().subsystems().seLinux().section()) {
      case Section.Present<SeLinux>(SeLinux state, _) -> write(state, sink);
      case Section.Absent<SeLinux> _ -> sink.sample(ENABLED, 0);
      case Section.Failed<SeLinux> _ -> {}
    }
  }

  private static void write(SeLinux state, Sink sink) {
    sink.sample(ENABLED, 1);
    sink.sample(CURRENT, state.enforcing() ? 1 : 0);
    sink.sample(CONFIGURED, state.configured().map(SeLinuxCollector::number).orElse(-1L));
    state.cache().ifPresent(cache -> write(cache, sink));
  }

  private static long number(Mode mode) {
    return switch (mode) {
      case ENFORCING -> 1;
      case PERMISSIVE -> 0;
      case DISABLED -> -1;
    };
  }

  private static void write(AccessCache cache, Sink sink) {
    sink.sample(ENTRIES, cache.hash().entries());
    sink.sample(BUCKETS, cache.hash().buckets());
    sink.sample(USED, cache.hash().used());
    sink.sample(LONGEST, cache.hash().longest());
    sink.sample(THRESHOLD, cache.threshold());
    COUNTS.forEach(
        (name, family) -> {
          Long count = cache.counts().get(name);
          if (count != null) sink.sample(family, count);
        });
  }
}
