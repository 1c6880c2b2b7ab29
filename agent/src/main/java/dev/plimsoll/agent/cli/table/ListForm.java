package dev.plimsoll.agent.cli.table;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;

/// In which form a list is printed, `-o` in kubectl's habit.
public enum ListForm {
  /// For people.
  TEXT,
  /// With all that is known, in lines of any length.
  WIDE,
  /// For programs, one object a line.
  JSON;

  /// @param width of a line; empty for lines of any length
  /// @param titles whether people see those of the columns
  public <T> void print(
      List<T> rows, ListForms<T> forms, OptionalInt width, boolean titles, PrintWriter out)
      throws IOException {
    switch (this) {
      case TEXT -> new Table<>(forms.text(width)).lines(rows, width, titles).forEach(out::println);
      case WIDE ->
          new Table<>(forms.wide()).lines(rows, OptionalInt.empty(), titles).forEach(out::println);
      case JSON -> new Table<>(forms.json()).json(rows, out);
    }
    out.flush();
  }
}
