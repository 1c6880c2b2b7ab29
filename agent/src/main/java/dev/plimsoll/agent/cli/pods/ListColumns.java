package dev.plimsoll.agent.cli.pods;

import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// Columns that lists of pods and of probes have alike.
///
/// @param now from when ages are counted
record ListColumns(Instant now) {
  private static final String UNKNOWN = "-";

  /// @param most cells that it takes; what is longer is cut and ends with a plus
  static <T> Column<T> name(String title, String key, Function<T, String> text, int most) {
    return Column.names(
        title,
        most,
        text,
        key,
        row -> text.apply(row).isEmpty() ? Datum.missing() : Datum.of(text.apply(row)));
  }

  static <T> Column<T> number(
      String title, int width, String key, Function<T, OptionalLong> value) {
    return Column.numbers(
        title,
        width,
        row -> value.apply(row).isPresent() ? "" + value.apply(row).getAsLong() : UNKNOWN,
        key,
        row -> Datum.of(value.apply(row)));
  }

  static <T> Column<T> fraction(
      String title,
      int width,
      String key,
      Function<T, OptionalDouble> value,
      Function<Double, String> text) {
    return Column.numbers(
        title,
        width,
        row -> value.apply(row).isPresent() ? text.apply(value.apply(row).getAsDouble()) : UNKNOWN,
        key,
        row ->
            value.apply(row).isPresent()
                ? Datum.of(value.apply(row).getAsDouble())
                : Datum.missing());
  }

  /// How long ago something was.
  <T> Column<T> age(String title, int width, String key, Function<T, Optional<Instant>> time) {
    return Column.numbers(
        title,
        width,
        row -> time.apply(row).map(this::age).orElse(UNKNOWN),
        key,
        row -> time.apply(row).map(this::seconds).map(Datum::of).orElseGet(Datum::missing));
  }

  String age(Instant time) {
    return Figures.age(seconds(time));
  }

  private long seconds(Instant time) {
    return Math.max(0, Duration.between(time, now).toSeconds());
  }
}
