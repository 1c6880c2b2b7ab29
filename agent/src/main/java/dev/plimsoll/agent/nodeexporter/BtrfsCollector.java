package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.block.Btrfs;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `btrfs`: how each mounted btrfs uses its devices.
final class BtrfsCollector implements NodeCollector {
  private static final Family INFO =
      Family.info("node_btrfs_info", "A mounted btrfs (/sys/fs/btrfs/*/label).", "uuid", "label");
  private static final Family RESERVE =
      gauge(
          "global_rsv_size_bytes",
          "Bytes kept for the case that nothing else is left",
          "allocation/global_rsv_size");
  private static final Family COMMITS =
      counter("commits_total", "Times that the file system wrote itself down");
  private static final Family COMMIT_SECONDS =
      counter("commit_seconds_total", "Seconds that the file system took to write itself down");
  private static final Family LAST_COMMIT =
      gauge(
          "last_commit_seconds",
          "Seconds that the file system last took to write itself down",
          "commit_stats");
  private static final Family MAX_COMMIT =
      gauge(
          "max_commit_seconds",
          "The most seconds that the file system took to write itself down",
          "commit_stats");
  private static final Family DEVICE_SIZE =
      gauge(
          "device_size_bytes", "Bytes of a device of the file system", "devices/*/size", "device");
  private static final Family RESERVED =
      gauge(
          "reserved_bytes",
          "Bytes given to writes that are under way",
          "allocation/*/bytes_reserved",
          "block_group_type");
  private static final Family USED = layout("used_bytes", "Bytes in use", "used_bytes");
  private static final Family SIZE =
      layout("size_bytes", "Bytes set aside for this content", "total_bytes");
  private static final Family RATIO =
      layout("allocation_ratio", "Bytes of devices for a byte of content", "");

  private static Family gauge(String name, String meaning, String file, String... labels) {
    return Family.gauge("node_btrfs_" + name, help(meaning, file), withUuid(labels));
  }

  private static Family counter(String name, String meaning) {
    return Family.counter("node_btrfs_" + name, help(meaning, "commit_stats"), "uuid");
  }

  private static Family layout(String name, String meaning, String file) {
    return gauge(name, meaning, "allocation/*/*/" + file, "block_group_type", "mode");
  }

  private static String help(String meaning, String file) {
    return meaning + " (/sys/fs/btrfs/*/" + file + ").";
  }

  private static String[] withUuid(String... labels) {
    return Stream.concat(Stream.of("uuid"), Stream.of(labels)).toArray(String[]::new);
  }

  @Override
  public Source source() {
    return Source.BTRFS;
  }

  @Override
  public List<Family> families() {
    return List.of(
        INFO,
        RESERVE,
        COMMITS,
        COMMIT_SECONDS,
        LAST_COMMIT,
        MAX_COMMIT,
        DEVICE_SIZE,
        RESERVED,
        USED,
        SIZE,
        RATIO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of();
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.devices().btrfs());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().btrfs())
        .ifPresent(all -> all.filesystems().forEach(filesystem -> write(filesystem, sink)));
  }

  private static void write(Btrfs.FileSystem filesystem, Sink sink) {
    Labels uuid = Labels.of("uuid", filesystem.uuid());
    sink.sample(INFO, uuid.add("label", filesystem.label()), 1);
    filesystem.reserveBytes().ifPresent(bytes -> sink.sample(RESERVE, uuid, bytes));
    filesystem.commits().ifPresent(commits -> write(commits, uuid, sink));
    filesystem
        .devices()
        .forEach((name, size) -> sink.sample(DEVICE_SIZE, uuid.add("device", name), (double) size));
    int devices = filesystem.devices().size();
    filesystem
        .groups()
        .forEach((kind, group) -> write(group, uuid.add("block_group_type", kind), devices, sink));
  }

  private static void write(Btrfs.Commits commits, Labels uuid, Sink sink) {
    sink.sample(COMMITS, uuid, commits.count());
    sink.sample(COMMIT_SECONDS, uuid, commits.totalMillis() / 1000.0);
    sink.sample(LAST_COMMIT, uuid, commits.lastMillis() / 1000.0);
    sink.sample(MAX_COMMIT, uuid, commits.maxMillis() / 1000.0);
  }

  private static void write(Btrfs.BlockGroup group, Labels kind, int devices, Sink sink) {
    group.reservedBytes().ifPresent(bytes -> sink.sample(RESERVED, kind, bytes));
    group
        .layouts()
        .forEach(
            (profile, layout) -> {
              Labels labels = kind.add("mode", profile);
              layout.usedBytes().ifPresent(bytes -> sink.sample(USED, labels, bytes));
              layout.totalBytes().ifPresent(bytes -> sink.sample(SIZE, labels, bytes));
              sink.sample(RATIO, labels, ratio(profile, devices));
            });
  }

  /// How many bytes of devices a byte of content takes; 0 for profiles that node_exporter does not
  /// know.
  private static double ratio(String profile, double devices) {
    return switch (profile) {
      case "single", "raid0" -> 1;
      case "dup", "raid1", "raid10" -> 2;
      case "raid5" -> devices / (devices - 1);
      case "raid6" -> devices / (devices - 2);
      default -> 0;
    };
  }
}
