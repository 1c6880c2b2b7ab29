package dev.plimsoll.agent.cli.usage;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.mount.BlockSize;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.mount.PodPath;
import dev.plimsoll.collectors.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One line of `du`.
///
/// @param path as it was asked for
/// @param pod whose it is
record UsageRow(String path, Usage usage, Optional<PodPath> pod) {

  /// The line for people: size and path as `du` writes them, and behind another tab the pod.
  String line(BlockSize unit, boolean apparent) {
    long bytes = apparent ? usage.apparentBytes() : usage.diskBytes();
    String line = unit.text(bytes) + '\t' + Printable.of(path);
    return pod.map(owner -> line + '\t' + Printable.of(words(owner))).orElse(line);
  }

  private static String words(PodPath owner) {
    String words = "pod " + owner.name().orElse(owner.podUid());
    return owner.volume().map(volume -> words + ", volume " + volume).orElse(words);
  }

  /// For programs: everything.
  static List<Column<UsageRow>> json() {
    return List.of(
        column("path", row -> Datum.of(row.path())),
        column("disk_bytes", row -> Datum.of(row.usage().diskBytes())),
        column("apparent_bytes", row -> Datum.of(row.usage().apparentBytes())),
        column("files", row -> Datum.of(row.usage().files())),
        column("pod_uid", row -> Datum.of(row.pod().map(PodPath::podUid))),
        column("pod", row -> Datum.of(row.pod().flatMap(PodPath::name))),
        column("volume", row -> Datum.of(row.pod().flatMap(PodPath::volume))));
  }

  private static Column<UsageRow> column(String key, Function<UsageRow, Datum> datum) {
    return new Column<>("", Align.LEFT, 0, _ -> "", key, datum);
  }
}
