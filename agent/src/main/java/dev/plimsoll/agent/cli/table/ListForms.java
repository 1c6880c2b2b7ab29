package dev.plimsoll.agent.cli.table;

import java.util.List;
import java.util.OptionalInt;

/// The columns of a list in each of its forms.
public interface ListForms<T> {
  /// For people.
  ///
  /// @param width of a line; empty for lines of any length
  List<Column<T>> text(OptionalInt width);

  /// With all that is known.
  List<Column<T>> wide();

  /// For programs: numbers in base units.
  List<Column<T>> json();
}
