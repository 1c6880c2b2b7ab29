package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The columns of one listing, and how they share a line.
final class PsTable {
  /// What a terminal should have left for the command.
  private static final int ROOM = 20;

  private static final int NARROWEST = 8;
  private static final int WIDEST = 40;

  /// Given up in this order where a terminal is too narrow for the pods too.
  private static final List<String> DISPENSABLE = List.of("vsz", "tty", "start_time", "c", "sz");

  private final PsRequest request;
  private final PsColumns columns;

  PsTable(PsRequest request, PsColumns columns) {
    this.request = request;
    this.columns = columns;
  }

  /// What was asked for, or the layout's own columns.
  List<PsColumn> asked() {
    return request.threads.with(chosen(), columns);
  }

  private List<PsColumn> chosen() {
    if (!request.columns.isEmpty()) return request.columns;
    if (request.json) return PsFormat.PROGRAM.columns(columns);
    PsFormat format = request.format == null ? PsFormat.BRIEF : request.format;
    List<PsColumn> own = new ArrayList<>(format.columns(columns));
    if (request.trueNames) own.set(own.size() - 1, columns.listed("comm").getFirst());
    return own;
  }

  /// Whether pods may be added to what was asked for.
  boolean mayShowPods() {
    return request.columns.isEmpty() && !request.json;
  }

  /// The columns with those of the pod, where a process that is shown is in one.
  List<PsColumn> shown(List<PsProcess> processes, OptionalInt width) {
    List<PsColumn> shown = new ArrayList<>(asked());
    boolean pods =
        mayShowPods() && processes.stream().anyMatch(each -> each.container().isPresent());
    if (!pods) return shown;
    List<PsColumn> place = columns.listed("pod container");
    shown.addAll(shown.size() - 1, width.isPresent() ? fit(place, width.getAsInt()) : place);
    if (width.isPresent()) narrow(shown, width.getAsInt());
    return shown;
  }

  private static List<PsColumn> fit(List<PsColumn> place, int width) {
    int cells = Math.clamp((width - 80) / 3, NARROWEST, WIDEST);
    return place.stream().map(column -> column.wide(cells).marked()).toList();
  }

  private static void narrow(List<PsColumn> shown, int width) {
    for (String name : DISPENSABLE) {
      int taken =
          shown.subList(0, shown.size() - 1).stream().mapToInt(each -> each.width() + 1).sum();
      if (taken + ROOM <= width) return;
      shown.removeIf(column -> column.names().contains(name));
    }
  }

  List<String> lines(List<PsProcess> processes, OptionalInt width) {
    List<PsColumn> shown = shown(processes, width);
    Table<PsProcess> table = new Table<>(table(shown));
    return request.header ? table.lines(processes, width) : table.lines(processes, width, false);
  }

  /// Where two columns show the same fact in two ways, programs get it once.
  void json(List<PsProcess> processes, Writer out) throws IOException {
    Set<String> keys = new HashSet<>();
    List<PsColumn> once = asked().stream().filter(column -> keys.add(column.key())).toList();
    new Table<>(table(once)).json(processes, out);
  }

  private static List<Column<PsProcess>> table(List<PsColumn> columns) {
    List<Column<PsProcess>> table = new ArrayList<>(columns.size());
    for (int index = 0; index < columns.size(); index++) {
      table.add(columns.get(index).column(index == columns.size() - 1));
    }
    return table;
  }
}
