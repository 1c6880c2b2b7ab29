package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.block.RoundedSize;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The columns of `findmnt`, titled as util-linux has them.
public final class FindmntColumns {
  private FindmntColumns() {}

  /// What is shown unless columns are asked for.
  public static List<Column<FoundMount>> usual() {
    return List.of(
        new Column<>(
            "TARGET",
            Align.LEFT,
            0,
            found -> found.branch() + found.target(),
            "target",
            found -> Datum.of(found.target())),
        Column.words("SOURCE", 0, "source", FoundMount::source),
        Column.words("FSTYPE", 0, "fstype", FoundMount::type),
        Column.words("OPTIONS", 0, "options", FoundMount::options));
  }

  /// What programs get: they draw their own trees.
  public static List<Column<FoundMount>> json() {
    return Stream.concat(
            Stream.of(id("ID", "id", Mount::id), id("PARENT", "parent_id", Mount::parent)),
            usual().stream())
        .toList();
  }

  /// All there are.
  public static List<Column<FoundMount>> all() {
    List<Column<FoundMount>> columns = new ArrayList<>(json());
    columns.addAll(
        List.of(
            ofMount("VFS-OPTIONS", "mount_options", Mount::options),
            ofMount("FS-OPTIONS", "fs_options", Mount::superOptions),
            ofMount("FSROOT", "fs_root", Mount::root),
            new Column<>(
                "MAJ:MIN",
                Align.LEFT,
                0,
                found -> found.mount().map(FindmntColumns::number).orElse(""),
                "maj_min",
                found -> Datum.of(found.mount().map(FindmntRows::number))),
            size("SIZE", "size_bytes", StatVfs::sizeBytes),
            size("AVAIL", "available_bytes", StatVfs::availableBytes),
            size("USED", "used_bytes", StatVfs::usedBytes),
            new Column<>(
                "USE%",
                Align.RIGHT,
                0,
                found -> found.size().map(FindmntColumns::percent).orElse(""),
                "used_ratio",
                found ->
                    found.size().flatMap(UsedShare::of).map(Datum::of).orElse(Datum.missing()))));
    return columns;
  }

  private static String number(Mount mount) {
    return String.format(Locale.ROOT, "%3d:%-3d", mount.major(), mount.minor());
  }

  private static String percent(StatVfs size) {
    return UsedShare.of(size).map(share -> (long) Math.rint(100 * share) + "%").orElse("-");
  }

  private static Column<FoundMount> id(String title, String key, Function<Mount, Long> id) {
    return new Column<>(
        title,
        Align.RIGHT,
        0,
        found -> found.mount().map(mount -> id.apply(mount).toString()).orElse(""),
        key,
        found -> found.mount().map(id).map(Datum::of).orElse(Datum.missing()));
  }

  private static Column<FoundMount> ofMount(
      String title, String key, Function<Mount, String> words) {
    Function<FoundMount, Optional<String>> value = found -> found.mount().map(words);
    return new Column<>(
        title,
        Align.LEFT,
        0,
        found -> value.apply(found).orElse(""),
        key,
        found -> Datum.of(value.apply(found)));
  }

  private static Column<FoundMount> size(String title, String key, Function<StatVfs, Long> bytes) {
    Function<FoundMount, Optional<Long>> value = found -> found.size().map(bytes);
    return new Column<>(
        title,
        Align.RIGHT,
        5,
        found -> value.apply(found).map(FindmntColumns::text).orElse(""),
        key,
        found -> value.apply(found).map(Datum::of).orElse(Datum.missing()));
  }

  private static String text(long bytes) {
    return bytes == 0 ? "0" : RoundedSize.of(bytes);
  }
}
