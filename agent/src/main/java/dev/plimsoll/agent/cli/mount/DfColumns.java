package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.mount.KubeletVolume;
import dev.plimsoll.collectors.mount.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// The columns of `df`, titled, ordered and as wide as GNU's.
public final class DfColumns {
  /// All fields that `--output` may name, in the order of GNU's, and our own.
  public static final List<String> FIELDS =
      List.of(
          "source", "fstype", "itotal", "iused", "iavail", "ipcent", "size", "used", "avail",
          "pcent", "file", "target", "pod", "volume");

  private static final int OWN = 2;

  private final BlockSize unit;
  private final boolean posix;
  private final PodIndex names;

  /// @param posix whether titles are those that POSIX prescribes
  /// @param names what pods are called
  public DfColumns(BlockSize unit, boolean posix, PodIndex names) {
    this.names = names;
    this.unit = unit;
    this.posix = posix;
  }

  /// What `--output` shows unless it names fields.
  public static List<String> usualFields() {
    return FIELDS.subList(0, FIELDS.size() - OWN);
  }

  /// For people.
  ///
  /// @param types whether the type is shown
  /// @param inodes whether files are counted, and not bytes
  /// @param pods whether pods are shown
  public List<Column<DfRow>> text(boolean types, boolean inodes, boolean pods) {
    List<Column<DfRow>> columns = new ArrayList<>(List.of(source()));
    if (types) columns.add(type());
    columns.addAll(inodes ? inodes() : sizes());
    if (pods) columns.add(pod());
    columns.add(target());
    return columns;
  }

  /// For people who named the fields, each of which there must be.
  public List<Column<DfRow>> text(List<String> fields) {
    boolean named = fields.contains("source");
    List<Column<DfRow>> columns = new ArrayList<>();
    for (String field : fields) columns.add(field(field, !named));
    return columns;
  }

  /// For programs: everything.
  public static List<Column<DfRow>> json(PodIndex names) {
    DfColumns columns = new DfColumns(BlockSize.usual(), false, names);
    List<Column<DfRow>> all = new ArrayList<>(List.of(columns.source(), type()));
    all.addAll(columns.sizes());
    all.addAll(columns.inodes());
    all.addAll(List.of(maybe("Pod", "pod_uid", KubeletVolume::podUid)));
    all.add(columns.part("namespace", ContainerName::namespace));
    all.add(columns.part("pod", ContainerName::pod));
    all.addAll(List.of(volume(), columns.target()));
    return all;
  }

  /// @param first whether the place names the sum, where the source does not
  private Column<DfRow> field(String name, boolean first) {
    return switch (name) {
      case "source" -> source();
      case "fstype" -> type();
      case "itotal" -> inodes().get(0);
      case "iused" -> inodes().get(1);
      case "iavail" -> inodes().get(2);
      case "ipcent" -> inodes().get(3);
      case "size" -> sizes().get(0);
      case "used" -> sizes().get(1);
      case "avail" -> sizes().get(2).titled("Avail");
      case "pcent" -> sizes().get(3);
      case "file" -> file();
      case "target" -> first ? named(target()) : target();
      case "pod" -> pod();
      case "volume" -> volume();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Column<DfRow> named(Column<DfRow> column) {
    return new Column<>(
        column.header(),
        column.align(),
        column.width(),
        row -> row.mount().isEmpty() ? "total" : column.text().apply(row),
        column.key(),
        column.datum());
  }

  private Column<DfRow> source() {
    return Column.words("Filesystem", 14, "filesystem", row -> source(row.mount()));
  }

  private static String source(Optional<Mount> mount) {
    return mount.map(one -> one.source().isEmpty() ? "-" : one.source()).orElse("total");
  }

  private static Column<DfRow> type() {
    return Column.words("Type", 4, "type", row -> row.mount().map(Mount::type).orElse("-"));
  }

  private Column<DfRow> target() {
    return Column.words(
        "Mounted on", 0, "mounted_on", row -> row.mount().map(Mount::point).orElse("-"));
  }

  private static Column<DfRow> file() {
    return Column.words("File", 4, "file", row -> row.file().orElse("-"));
  }

  private List<Column<DfRow>> sizes() {
    boolean human = unit instanceof BlockSize.Human;
    String size = posix ? unit.posixTitle() : unit.title();
    String share = posix && !human ? "Capacity" : "Use%";
    return List.of(
        number(size, "size_bytes", Space::bytes, unit::text),
        number("Used", "used_bytes", Space::used, unit::text),
        number(human ? "Avail" : "Available", "available_bytes", Space::available, unit::text),
        percent(share, "used_ratio", Space::used, Space::available));
  }

  private List<Column<DfRow>> inodes() {
    return List.of(
        number("Inodes", "inodes", Space::files, unit::count),
        number("IUsed", "inodes_used", Space::filesUsed, unit::count),
        number("IFree", "inodes_free", Space::filesFree, unit::count),
        percent("IUse%", "inodes_used_ratio", Space::filesUsed, Space::filesFree));
  }

  private static Column<DfRow> number(
      String title, String key, ToLongFunction<Space> part, LongFunction<String> text) {
    return Column.numbers(
        title,
        5,
        row -> {
          OptionalLong number = row.number(part);
          return number.isPresent() ? text.apply(number.getAsLong()) : "-";
        },
        key,
        row -> Datum.of(row.number(part)));
  }

  private static Column<DfRow> percent(
      String title, String key, ToLongFunction<Space> used, ToLongFunction<Space> free) {
    return Column.numbers(
        title,
        4,
        row -> {
          OptionalLong percent = row.percent(used, free);
          return percent.isPresent() ? percent.getAsLong() + "%" : "-";
        },
        key,
        row -> row.ratio(used, free).map(Datum::of).orElse(Datum.missing()));
  }

  /// `shop/cart-0`; its uid where nobody knows its name.
  private Column<DfRow> pod() {
    return maybe("Pod", "pod", volume -> PodWords.of(names.pod(volume.podUid())));
  }

  /// A part of the pod's name, where somebody knows it.
  private Column<DfRow> part(String key, Function<ContainerName, String> part) {
    return new Column<>(
        "",
        Align.LEFT,
        0,
        _ -> "",
        key,
        row ->
            Datum.of(
                row.volume()
                    .map(volume -> names.pod(volume.podUid()))
                    .filter(name -> !name.namespace().isEmpty())
                    .map(part)));
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
        row -> Datum.of(row.volume().map(part)));
  }
}
