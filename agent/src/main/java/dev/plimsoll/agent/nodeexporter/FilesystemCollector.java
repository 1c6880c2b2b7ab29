package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.Mount;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `filesystem`: how full file systems are, mount by mount.
final class FilesystemCollector implements NodeCollector {
  private final CollectorOptions options;

  FilesystemCollector(CollectorOptions options) {
    this.options = options;
  }

  @Override
  public Source source() {
    return Source.FILESYSTEM;
  }

  @Override
  public List<Family> families() {
    return FilesystemFamilies.ALL;
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.slow().filesystems());
  }

  /// The mounts of a container's own are never shown as the node's.
  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.slow().filesystems())
        .filter(filesystems -> filesystems.view() == Filesystems.View.NODE)
        .ifPresent(
            filesystems ->
                Stream.of(filesystems.all(), filesystems.further())
                    .flatMap(List::stream)
                    .filter(filesystem -> options.wants(filesystem.mount()))
                    .forEach(filesystem -> write(filesystem, sink)));
  }

  private static void write(Filesystem filesystem, Sink sink) {
    Mount mount = filesystem.mount();
    switch (filesystem.size()) {
      case Section.Present<StatVfs>(StatVfs size, List<SourceFailure> _) -> {
        write(mount, "", sink);
        write(size, labels(mount, ""), sink);
        sink.sample(FilesystemFamilies.MOUNT, info(mount), 1);
      }
      case Section.Failed<StatVfs>(SourceFailure failure) -> write(mount, error(failure), sink);
      case Section.Absent<StatVfs> _ -> {}
    }
  }

  private static void write(Mount mount, String error, Sink sink) {
    Labels labels = labels(mount, error);
    sink.sample(FilesystemFamilies.ERROR, labels, error.isEmpty() ? 0 : 1);
    sink.sample(FilesystemFamilies.READ_ONLY, labels, mount.readOnly() ? 1 : 0);
  }

  private static void write(StatVfs size, Labels labels, Sink sink) {
    sink.sample(FilesystemFamilies.SIZE, labels, size.sizeBytes());
    sink.sample(FilesystemFamilies.FREE, labels, size.freeBytes());
    sink.sample(FilesystemFamilies.AVAILABLE, labels, size.availableBytes());
    sink.sample(FilesystemFamilies.FILES, labels, size.files());
    sink.sample(FilesystemFamilies.FILES_FREE, labels, size.filesFree());
  }

  /// In the words of node_exporter, which rules look for.
  private static String error(SourceFailure failure) {
    return failure.kind() == SourceFailure.Kind.TIMEOUT
        ? "mountpoint timeout"
        : failure.text().toLowerCase(Locale.ROOT);
  }

  private static Labels labels(Mount mount, String error) {
    return Labels.of(
        "device",
        mount.source(),
        "mountpoint",
        mount.point(),
        "fstype",
        mount.type(),
        "device_error",
        error);
  }

  private static Labels info(Mount mount) {
    return Labels.of(
        "device",
        mount.source(),
        "major",
        Integer.toString(mount.major()),
        "minor",
        Integer.toString(mount.minor()),
        "mountpoint",
        mount.point());
  }
}
