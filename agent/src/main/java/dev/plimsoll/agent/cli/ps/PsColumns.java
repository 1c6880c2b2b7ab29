package dev.plimsoll.agent.cli.ps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every column that there is, by its names.
final class PsColumns {
  private final Map<String, PsColumn> byName = new HashMap<>();

  PsColumns() {
    for (PsColumn column : all()) {
      for (String name : column.names()) byName.put(name, column);
    }
  }

  static List<PsColumn> all() {
    return Stream.of(
            WhoColumns.ALL, UsageColumns.ALL, StateColumns.ALL, TimeColumns.ALL, CommandColumns.ALL)
        .flatMap(List::stream)
        .toList();
  }

  PsColumn find(String name, String option) throws UsageException {
    PsColumn column = byName.get(name);
    if (column == null) throw new UsageException(option + ": there is no column \"" + name + '"');
    return column;
  }

  /// Columns as our own tables name them: `user pid:7 cmd=CMD`.
  List<PsColumn> listed(String specification) {
    try {
      return list(specification.replace(' ', ','), "");
    } catch (UsageException fault) {
      throw new IllegalArgumentException(fault);
    }
  }

  /// Columns as `-o` names them, parted by commas or blanks: `name`, `name:width`, `name=title`.
  List<PsColumn> list(String specification, String option) throws UsageException {
    List<PsColumn> columns = new ArrayList<>();
    for (String each : specification.split("[, \t]+", -1)) {
      if (!each.isEmpty()) columns.add(one(each, option));
    }
    if (columns.isEmpty()) throw new UsageException(option + ": no column is named");
    return columns;
  }

  private PsColumn one(String text, String option) throws UsageException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    int colon = name.indexOf(':');
    PsColumn column = find(colon < 0 ? name : name.substring(0, colon), option);
    if (colon >= 0) column = column.wide(width(name.substring(colon + 1), text, option));
    return equals < 0 ? column : column.titled(text.substring(equals + 1));
  }

  private static int width(String digits, String text, String option) throws UsageException {
    if (!digits.matches("[1-9][0-9]{0,4}")) {
      throw new UsageException(option + ": not a width in \"" + text + '"');
    }
    return Integer.parseInt(digits);
  }
}
