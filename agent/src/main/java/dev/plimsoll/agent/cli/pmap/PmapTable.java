package dev.plimsoll.agent.cli.pmap;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Table;
import dev.plimsoll.collectors.process.ProcMaps.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/// The mappings of one process as a table.
public final class PmapTable {
  private static final long KIB = 1024;

  /// How much is told of each mapping.
  public enum Detail {
    /// Address, size, mode, name.
    BRIEF,
    /// What is in memory too (`-x`).
    USAGE,
    /// Everything (`-X`).
    ALL,
    /// A line for each file (`--files`).
    FILES
  }

  private PmapTable() {}

  static List<Column<MapRow>> columns(Detail detail) {
    return switch (detail) {
      case BRIEF -> brief();
      case USAGE -> usage();
      case ALL -> all();
      case FILES -> files();
    };
  }

  private static List<Column<MapRow>> brief() {
    return List.of(
        address(""),
        Column.numbers(
            "",
            7,
            row -> row.mapping().size() / KIB + "K",
            "size_bytes",
            row -> Datum.of(row.mapping().size())),
        mode(""),
        name(""));
  }

  private static List<Column<MapRow>> usage() {
    return List.of(
        address("Address"),
        size("Kbytes"),
        used("RSS", "resident_bytes", Usage::rss),
        used("PSS", "proportional_bytes", Usage::pss),
        used("Dirty", "dirty_bytes", Usage::dirty),
        mode("Mode"),
        name("Mapping"));
  }

  private static List<Column<MapRow>> all() {
    List<Column<MapRow>> columns = new ArrayList<>();
    columns.add(address("Address"));
    columns.add(mode("Mode"));
    columns.add(
        Column.words("Offset", 8, "offset", row -> Long.toHexString(row.mapping().offset())));
    columns.add(Column.words("Device", 6, "device", row -> row.mapping().device()));
    columns.add(
        Column.numbers(
            "Inode",
            8,
            row -> Long.toString(row.mapping().inode()),
            "inode",
            row -> Datum.of(row.mapping().inode())));
    columns.add(size("Size"));
    columns.add(used("Rss", "resident_bytes", Usage::rss));
    columns.add(used("Pss", "proportional_bytes", Usage::pss));
    columns.add(used("Dirty", "dirty_bytes", Usage::dirty));
    columns.add(used("Referenced", "referenced_bytes", Usage::referenced));
    columns.add(used("Anonymous", "anonymous_bytes", Usage::anonymous));
    columns.add(used("Swap", "swap_bytes", Usage::swap));
    columns.add(used("Locked", "locked_bytes", Usage::locked));
    columns.add(name("Mapping"));
    return columns;
  }

  private static List<Column<MapRow>> files() {
    return List.of(
        size("Kbytes"),
        used("RSS", "resident_bytes", Usage::rss),
        used("PSS", "proportional_bytes", Usage::pss),
        used("Dirty", "dirty_bytes", Usage::dirty),
        name("File"));
  }

  private static Column<MapRow> address(String title) {
    return Column.words(title, 16, "address", MapRow::address);
  }

  private static Column<MapRow> mode(String title) {
    return Column.words(title, 5, "mode", MapRow::mode);
  }

  private static Column<MapRow> name(String title) {
    return new Column<>(
        title, Align.LEFT, 0, MapRow::name, "path", row -> Datum.of(row.mapping().path()));
  }

  private static Column<MapRow> size(String title) {
    return Column.numbers(
        title,
        7,
        row -> Long.toString(row.mapping().size() / KIB),
        "size_bytes",
        row -> Datum.of(row.mapping().size()));
  }

  private static Column<MapRow> used(String title, String key, ToLongFunction<Usage> number) {
    return Column.numbers(
        title,
        7,
        row -> row.usage().isPresent() ? Long.toString(row.used(number) / KIB) : "-",
        key,
        row -> row.usage().isPresent() ? Datum.of(row.used(number)) : Datum.missing());
  }

  /// The rows and their sum below them.
  static List<String> lines(List<MapRow> rows, Detail detail, OptionalInt width) {
    List<MapRow> all = new ArrayList<>(rows);
    String title = detail == Detail.BRIEF ? " total" : "total kB";
    all.add(MapRow.sum(rows, title, detail == Detail.FILES ? "total" : ""));
    return new Table<>(columns(detail)).lines(all, width);
  }
}
