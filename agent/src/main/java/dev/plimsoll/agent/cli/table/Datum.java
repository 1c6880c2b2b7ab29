package dev.plimsoll.agent.cli.table;

/// A cell as a program gets it: numbers are numbers, in base units (bytes, seconds, ratios).
public sealed interface Datum {

  /// Words; they may come from outside and hold anything.
  record Text(String text) implements Datum {}

  record Whole(long number) implements Datum {}

  /// A fraction; what is not finite shows as null.
  record Fraction(double number) implements Datum {}

  /// It could not be read or does not apply: null in JSON, never 0 or an empty text.
  record Missing() implements Datum {}

  static Datum of(String text) {
    return new Text(text);
  }

  static Datum of(long number) {
    return new Whole(number);
  }

  static Datum of(double number) {
    return new Fraction(number);
  }

  static Datum missing() {
    return new Missing();
  }
}
