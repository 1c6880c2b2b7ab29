package dev.plimsoll.agent.cli.table;

import dev.plimsoll.agent.cli.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A list of rows under columns, as lines for people or as JSON for programs. Every cell is made
/// harmless for a terminal here, so that no command can forget to.
public final class Table<T> {
  private final List<Column<T>> columns;

  public Table(List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  /// The lines, the header first where any column has a title. Columns are as wide as their widest
  /// cell; the last one ends where its text ends.
  ///
  /// @param width cells of a line; what does not fit is cut. Empty for lines of any length
  public List<String> lines(List<? extends T> rows, OptionalInt width) {
    return lines(rows, width, columns.stream().anyMatch(column -> !column.header().isEmpty()));
  }

  /// As [#lines(List, OptionalInt)], with or without the header.
  public List<String> lines(List<? extends T> rows, OptionalInt width, boolean header) {
    List<String[]> cells = new ArrayList<>(rows.size() + 1);
    if (header) cells.add(headers());
    for (T row : rows) cells.add(cells(row));
    int[] widths = widths(cells);
    List<String> lines = new ArrayList<>(cells.size());
    for (String[] line : cells) lines.add(line(line, widths, width));
    return lines;
  }

  private String[] headers() {
    return columns.stream().map(column -> Printable.of(column.header())).toArray(String[]::new);
  }

  private String[] cells(T row) {
    String[] cells = new String[columns.size()];
    for (int index = 0; index < cells.length; index++) {
      cells[index] = Printable.of(columns.get(index).text().apply(row));
    }
    return cells;
  }

  private int[] widths(List<String[]> cells) {
    int[] widths = columns.stream().mapToInt(Column::width).toArray();
    for (String[] line : cells) {
      for (int index = 0; index < widths.length; index++) {
        widths[index] = Math.max(widths[index], CellWidth.of(line[index]));
      }
    }
    return widths;
  }

  private String line(String[] cells, int[] widths, OptionalInt width) {
    StringBuilder line = new StringBuilder(120);
    for (int index = 0; index < cells.length; index++) {
      if (index > 0) line.append(' ');
      boolean last = index == cells.length - 1;
      pad(line, cells[index], columns.get(index).align(), widths[index], last);
    }
    String full = line.toString();
    return width.isPresent() ? CellWidth.cut(full, width.getAsInt()) : full;
  }

  private static void pad(StringBuilder line, String cell, Align align, int width, boolean last) {
    String blanks = " ".repeat(Math.max(0, width - CellWidth.of(cell)));
    switch (align) {
      case LEFT -> line.append(cell).append(last ? "" : blanks);
      case RIGHT -> line.append(blanks).append(cell);
    }
  }

  /// All rows as one JSON array of objects, a row a line.
  public void json(List<? extends T> rows, Writer out) throws IOException {
    try (JsonRows<T> json = new JsonRows<>(columns, out)) {
      for (T row : rows) json.write(row);
    }
  }
}
