package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.mount.KubeletVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/// The columns of `df`, titled, ordered and as wide as GNU's.
public final class DfColumns {
  private static final Column<DfRow> FILESYSTEM =
      Column.words("Filesystem", 14, "filesystem", row -> source(row.mount().source()));
  private static final Column<DfRow> TYPE =
      Column.words("Type", 4, "type", row -> row.mount().type());
  private static final Column<DfRow> MOUNTED_ON =
      Column.words("Mounted on", 0, "mounted_on", row -> row.mount().point());

  private DfColumns() {}

  /// For people.
  ///
  /// @param types whether the type is shown
  /// @param inodes whether files are counted, and not bytes
  /// @param pods whether pods are shown
  public static List<Column<DfRow>> text(
      BlockSize unit, boolean types, boolean inodes, boolean pods) {
    List<Column<DfRow>> columns = new ArrayList<>();
    columns.add(FILESYSTEM);
    if (types) columns.add(TYPE);
    columns.addAll(inodes ? inodes(unit) : sizes(unit));
    if (pods) columns.add(pod());
    columns.add(MOUNTED_ON);
    return columns;
  }

  /// For programs: everything.
  public static List<Column<DfRow>> json() {
    BlockSize unit = BlockSize.usual();
    List<Column<DfRow>> columns = new ArrayList<>(List.of(FILESYSTEM, TYPE));
    columns.addAll(sizes(unit));
    columns.addAll(inodes(unit));
    columns.add(pod());
    columns.add(volume());
    columns.add(MOUNTED_ON);
    return columns;
  }

  private static String source(String source) {
    return source.isEmpty() ? "-" : source;
  }

  private static List<Column<DfRow>> sizes(BlockSize unit) {
    boolean human = unit instanceof BlockSize.Human;
    return List.of(
        number(unit.title(), "size_bytes", DfRow::bytes, unit::text),
        number("Used", "used_bytes", DfRow::used, unit::text),
        number(human ? "Avail" : "Available", "available_bytes", DfRow::available, unit::text),
        percent("Use%", "used_ratio", DfRow::used, DfRow::available));
  }

  private static List<Column<DfRow>> inodes(BlockSize unit) {
    return List.of(
        number("Inodes", "inodes", DfRow::files, unit::count),
        number("IUsed", "inodes_used", DfRow::filesUsed, unit::count),
        number("IFree", "inodes_free", DfRow::filesFree, unit::count),
        percent("IUse%", "inodes_used_ratio", DfRow::filesUsed, DfRow::filesFree));
  }

  private static Column<DfRow> number(
      String title, String key, Function<DfRow, OptionalLong> value, LongFunction<String> text) {
    return Column.numbers(
        title,
        5,
        row -> {
          OptionalLong number = value.apply(row);
          return number.isPresent() ? text.apply(number.getAsLong()) : "-";
        },
        key,
        row -> {
          OptionalLong number = value.apply(row);
          return number.isPresent() ? Datum.of(number.getAsLong()) : Datum.missing();
        });
  }

  private static Column<DfRow> percent(
      String title,
      String key,
      Function<DfRow, OptionalLong> used,
      Function<DfRow, OptionalLong> free) {
    return Column.numbers(
        title,
        4,
        row -> {
          OptionalLong percent = DfRow.percent(used.apply(row), free.apply(row));
          return percent.isPresent() ? percent.getAsLong() + "%" : "-";
        },
        key,
        row -> ratio(used.apply(row), free.apply(row)));
  }

  private static Datum ratio(OptionalLong used, OptionalLong free) {
    if (used.isEmpty() || free.isEmpty()) return Datum.missing();
    return Datum.of((double) used.getAsLong() / (used.getAsLong() + free.getAsLong()));
  }

  private static Column<DfRow> pod() {
    return maybe("Pod", "pod_uid", KubeletVolume::podUid);
  }

  private static Column<DfRow> volume() {
    return maybe("Volume", "volume", KubeletVolume::name);
  }

  private static Column<DfRow> maybe(
      String title, String key, Function<KubeletVolume, String> part) {
    return new Column<>(
        title,
        Align.LEFT,
        0,
        row -> row.volume().map(part).orElse("-"),
        key,
        row -> row.volume().map(part).<Datum>map(Datum::of).orElse(Datum.missing()));
  }
}
