package dev.plimsoll.agent.cli.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A cell as a program gets it: numbers are numbers, in base units (bytes, seconds, ratios).
public sealed interface Datum {

  /// Words; they may come from outside and hold anything.
  record Text(String text) implements Datum {}

  record Whole(long number) implements Datum {}

  /// A fraction; what is not finite shows as null.
  record Fraction(double number) implements Datum {}

  record Truth(boolean holds) implements Datum {}

  /// Any number of words.
  record Texts(List<String> texts) implements Datum {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

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

  static Datum of(boolean holds) {
    return new Truth(holds);
  }

  static Datum of(List<String> texts) {
    return new Texts(texts);
  }

  static Datum of(OptionalLong number) {
    return number.isPresent() ? of(number.getAsLong()) : missing();
  }

  /// Words, where there are any.
  static Datum of(Optional<String> text) {
    return text.isPresent() ? of(text.get()) : missing();
  }

  static Datum missing() {
    return new Missing();
  }
}
