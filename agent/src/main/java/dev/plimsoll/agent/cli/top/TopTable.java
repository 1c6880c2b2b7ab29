package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.ReadBy;
import dev.plimsoll.agent.cli.containers.ContainerColumns;
import dev.plimsoll.agent.cli.containers.ContainerRow;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.CellWidth;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Figures;
import dev.plimsoll.agent.cli.table.Table;
import dev.plimsoll.collectors.process.ProcStat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The table below the head: processes or containers, as the viewer wants them.
final class TopTable {
  private static final int WIDE_ENOUGH = 110;

  private final TopFrame frame;
  private final TopView view;
  private final OptionalInt width;

  TopTable(TopFrame frame, TopView view, OptionalInt width) {
    this.frame = frame;
    this.view = view;
    this.width = width;
  }

  /// @param most how many lines there is room for, the titles included
  List<String> lines(int most) {
    return view.containers() ? places(most) : processes(most);
  }

  private List<String> processes(int most) {
    List<TopRow> rows = new ArrayList<>(frame.rows());
    rows.removeIf(row -> !view.filter().takes(row));
    rows.sort(order(TopRow::cpu, TopRow::memory, TopRow::cpuSeconds, row -> -row.stat().pid()));
    List<TopRow> shown = part(rows, most);
    return new Table<>(processColumns(shown)).lines(shown, width);
  }

  private List<String> places(int most) {
    List<TopRow> members = new ArrayList<>(frame.rows());
    members.removeIf(row -> !view.filter().takes(row));
    List<PlaceRow> rows = new ArrayList<>(PlaceRow.of(members, frame.containers()));
    rows.sort(order(PlaceRow::cpu, PlaceRow::residentBytes, PlaceRow::cpuSeconds, PlaceRow::tasks));
    List<PlaceRow> shown = part(rows, most);
    return new Table<>(placeColumns()).lines(shown, width);
  }

  private <T> Comparator<T> order(
      ToDoubleFunction<T> cpu,
      ToDoubleFunction<T> memory,
      ToDoubleFunction<T> time,
      ToDoubleFunction<T> number) {
    ToDoubleFunction<T> key =
        switch (view.sort()) {
          case CPU -> cpu;
          case MEMORY -> memory;
          case TIME -> time;
          case NUMBER -> number;
        };
    Comparator<T> largestFirst = Comparator.comparingDouble(key).reversed();
    return view.reversed() ? largestFirst.reversed() : largestFirst;
  }

  private <T> List<T> part(List<T> rows, int most) {
    int from = Math.min(view.skipped(), Math.max(0, rows.size() - 1));
    int until = (int) Math.min(rows.size(), (long) from + Math.max(0, most - 1));
    return rows.subList(from, until);
  }

  private List<Column<TopRow>> processColumns(List<TopRow> shown) {
    boolean pods = shown.stream().anyMatch(row -> row.facts().container().isPresent());
    boolean narrow = pods && width.isPresent() && width.getAsInt() < WIDE_ENOUGH;
    List<Column<TopRow>> columns = new ArrayList<>();
    columns.add(right("PID", 5, row -> "" + row.stat().pid()));
    columns.add(left("USER", 8, row -> CellWidth.shorten(row.facts().user(), 8)));
    if (!narrow) {
      columns.add(right("PR", 3, TopTable::priority));
      if (frame.now().readBy() == ReadBy.KERNEL) {
        columns.add(right("NI", 3, TopTable::nice));
      }
      columns.add(right("VIRT", 7, row -> Figures.size(row.stat().virtualBytes(), 7)));
    }
    columns.add(right("RES", 6, row -> Figures.size(row.residentBytes(), 6)));
    columns.add(left("S", 1, row -> "" + row.stat().state().letter()));
    columns.add(right("%CPU", 5, row -> Figures.percent(row.cpu())));
    columns.add(right("%MEM", 5, row -> Figures.percent(row.memory())));
    columns.add(right("TIME+", 9, row -> Figures.time(row.cpuSeconds())));
    if (pods) {
      int most = placeWidth();
      columns.add(left("POD", 3, row -> CellWidth.shorten(dash(row.pod()), most)));
      columns.add(left("CONTAINER", 9, row -> CellWidth.shorten(container(row), most)));
    }
    columns.add(left("COMMAND", 7, row -> row.command(view.commandLine())));
    return columns;
  }

  private List<Column<PlaceRow>> placeColumns() {
    return List.of(
        right("TASKS", 5, row -> "" + row.tasks()),
        right("R", 2, row -> "" + row.running()),
        right("D", 2, row -> "" + row.stuck()),
        right("MEM", 6, row -> Figures.size(row.residentBytes(), 6)),
        right("%LIM", 4, row -> usage(row, ContainerColumns::limit)),
        right("%CPU", 6, row -> Figures.percent(row.cpu())),
        right("%THR", 4, row -> usage(row, ContainerColumns::throttled)),
        right("%PSI", 6, row -> usage(row, ContainerColumns::stalls)),
        right("TIME+", 9, row -> Figures.time(row.cpuSeconds())),
        left("POD", 12, row -> CellWidth.shorten(dash(row.pod()), podWidth())),
        left("CONTAINER/UNIT", 12, PlaceRow::place));
  }

  private static String usage(PlaceRow row, Function<ContainerRow, String> text) {
    return row.usage().map(text).orElse("-");
  }

  /// Half of what the numbers leave.
  private int podWidth() {
    return width.isPresent() ? Math.clamp((width.getAsInt() - 55) / 2, 9, 63) : Integer.MAX_VALUE;
  }

  private int placeWidth() {
    return width.isPresent() ? Math.clamp((width.getAsInt() - 64) / 3, 9, 40) : Integer.MAX_VALUE;
  }

  private static String container(TopRow row) {
    return row.facts().container().isPresent() ? dash(row.place()) : "-";
  }

  private static String nice(TopRow row) {
    return row.stat() instanceof ProcStat stat ? "" + stat.nice() : "-";
  }

  private static String priority(TopRow row) {
    return row.stat().priority() < -99 ? "rt" : "" + row.stat().priority();
  }

  private static String dash(String name) {
    return name.isEmpty() ? "-" : name;
  }

  private static <T> Column<T> right(String title, int width, Function<T, String> text) {
    return new Column<>(title, Align.RIGHT, width, text, title, _ -> Datum.missing());
  }

  private static <T> Column<T> left(String title, int width, Function<T, String> text) {
    return new Column<>(title, Align.LEFT, width, text, title, _ -> Datum.missing());
  }
}
