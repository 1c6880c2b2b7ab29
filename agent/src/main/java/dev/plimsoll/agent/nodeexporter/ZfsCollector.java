package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.storage.ZfsPool;
import dev.plimsoll.collectors.storage.ZfsStats;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `zfs`: every number of OpenZFS by the module's own name, `hits` of `arcstats` as
/// `node_zfs_arc_hits`.
final class ZfsCollector implements NodeCollector {
  private static final String PREFIX = "node_zfs_";
  private static final String ROOT = "/proc/spl/kstat/zfs/";

  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("abdstats", "abd"),
          Map.entry("arcstats", "arc"),
          Map.entry("dbufstats", "dbuf"),
          Map.entry("dmu_tx", "dmu_tx"),
          Map.entry("dnodestats", "dnode"),
          Map.entry("fm", "fm"),
          Map.entry("vdev_cache_stats", "vdev_cache"),
          Map.entry("vdev_mirror_stats", "vdev_mirror"),
          Map.entry("xuio_stats", "xuio"),
          Map.entry("zfetchstats", "zfetch"),
          Map.entry("zil", "zil"));

  private static final Family STATE =
      Family.gauge(
          PREFIX + "zpool_state",
          "1 for the state a pool is in, 0 else (" + ROOT + "*/state).",
          "zpool",
          "state");
  private static final List<String> STATES =
      List.of("online", "degraded", "faulted", "offline", "removed", "unavail", "suspended");

  @Override
  public Source source() {
    return Source.ZFS;
  }

  @Override
  public List<Family> families() {
    return List.of(STATE);
  }

  @Override
  public List<String> derived() {
    return List.of(PREFIX);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().zfs());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().zfs()).ifPresent(zfs -> write(zfs, sink));
  }

  private static void write(ZfsStats zfs, Sink sink) {
    zfs.parts()
        .forEach(
            (file, numbers) -> {
              String part = PARTS.getOrDefault(file, DerivedName.of(file));
              write(part + '_', file, numbers, Labels.EMPTY, sink);
            });
    zfs.pools().forEach(pool -> write(pool, sink));
  }

  private static void write(ZfsPool pool, Sink sink) {
    Labels labels = Labels.of("zpool", pool.name());
    write("zpool_", "*/io", pool.io(), labels, sink);
    for (ZfsPool.Dataset dataset : pool.datasets()) {
      Labels own = labels.add("dataset", dataset.name());
      write("zpool_dataset_", "*/objset-*", dataset.numbers(), own, sink);
    }
    pool.state()
        .map(state -> state.toLowerCase(Locale.ROOT))
        .ifPresent(
            state -> {
              for (String one : STATES) {
                sink.sample(STATE, labels.add("state", one), one.equals(state) ? 1 : 0);
              }
            });
  }

  private static void write(
      String part, String file, Map<String, Long> numbers, Labels labels, Sink sink) {
    String[] names = labels.stream().map(label -> label.getName()).toArray(String[]::new);
    numbers.forEach(
        (name, number) -> {
          String help = name + ", as OpenZFS counts it (" + ROOT + file + ").";
          String full = PREFIX + part + DerivedName.of(name);
          sink.sample(Family.untyped(full, help, names), labels, number);
        });
  }
}
