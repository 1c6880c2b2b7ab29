package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.mount.Fstab;
import dev.plimsoll.collectors.mount.Mount;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One line of `findmnt`.
///
/// @param branch the lines that lead to it in the tree; empty in a list
/// @param id the mount's number; empty for a line of fstab, as is its parent's
public record FoundMount(
    String branch,
    String target,
    String source,
    String type,
    String options,
    OptionalLong id,
    OptionalLong parent) {

  /// Columns as wide and titled as those of `findmnt`.
  public static List<Column<FoundMount>> columns() {
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

  /// The same for programs, who draw their own trees.
  public static List<Column<FoundMount>> json() {
    return Stream.concat(
            Stream.of(
                Column.<FoundMount>numbers("", 0, _ -> "", "id", found -> number(found.id())),
                Column.<FoundMount>numbers(
                    "", 0, _ -> "", "parent_id", found -> number(found.parent()))),
            columns().stream())
        .toList();
  }

  private static Datum number(OptionalLong number) {
    return number.isPresent() ? Datum.of(number.getAsLong()) : Datum.missing();
  }

  static FoundMount of(Mount mount, String branch) {
    return new FoundMount(
        branch,
        mount.point(),
        source(mount),
        mount.type(),
        options(mount),
        OptionalLong.of(mount.id()),
        OptionalLong.of(mount.parent()));
  }

  /// A line of fstab.
  public static FoundMount of(Fstab.Entry entry) {
    return new FoundMount(
        "",
        entry.target(),
        entry.source(),
        entry.type(),
        entry.options(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /// With the directory that is mounted, where it is not the root of the file system.
  private static String source(Mount mount) {
    return mount.root().equals("/") ? mount.source() : mount.source() + '[' + mount.root() + ']';
  }

  /// Those of the mount and then those of the file system; it can be written to if both can.
  private static String options(Mount mount) {
    String others =
        Stream.of(mount.options(), mount.superOptions())
            .flatMap(options -> Stream.of(options.split(",", -1)))
            .filter(option -> !option.equals("rw") && !option.equals("ro") && !option.isEmpty())
            .collect(Collectors.joining(","));
    String first = mount.readOnly() ? "ro" : "rw";
    return others.isEmpty() ? first : first + ',' + others;
  }
}
