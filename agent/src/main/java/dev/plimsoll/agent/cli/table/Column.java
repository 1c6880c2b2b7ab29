package dev.plimsoll.agent.cli.table;

import java.util.function.Function;

/// One column of a table.
///
/// @param header its title for people
/// @param width the fewest terminal cells it takes; it grows with what is in it
/// @param text a row's cell for people; may hold anything, the table makes it harmless
/// @param key its name for programs, with the unit: `size_bytes`
/// @param datum the same cell for programs
public record Column<T>(
    String header,
    Align align,
    int width,
    Function<? super T, String> text,
    String key,
    Function<? super T, Datum> datum) {

  /// A column of words, which programs get as they are.
  public static <T> Column<T> words(
      String header, int width, String key, Function<? super T, String> text) {
    return new Column<>(header, Align.LEFT, width, text, key, row -> Datum.of(text.apply(row)));
  }

  /// A column of names, of which people see the beginning, and a dash for none.
  ///
  /// @param most characters that people see
  public static <T> Column<T> names(
      String header,
      int most,
      Function<? super T, String> text,
      String key,
      Function<? super T, Datum> datum) {
    return new Column<>(
        header,
        Align.LEFT,
        header.length(),
        row -> text.apply(row).isEmpty() ? "-" : CellWidth.shorten(text.apply(row), most),
        key,
        datum);
  }

  /// A column of numbers: people and programs get them differently.
  public static <T> Column<T> numbers(
      String header,
      int width,
      Function<? super T, String> text,
      String key,
      Function<? super T, Datum> datum) {
    return new Column<>(header, Align.RIGHT, width, text, key, datum);
  }

  /// The same column under another title.
  public Column<T> titled(String title) {
    return new Column<>(title, align, width, text, key, datum);
  }
}
