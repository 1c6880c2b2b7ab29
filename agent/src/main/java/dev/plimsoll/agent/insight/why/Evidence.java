package dev.plimsoll.agent.insight.why;

import java.time.Duration;

/// Something that was read or told, and on which a finding rests.
public sealed interface Evidence {

  /// What it is, for programs: `working_set`.
  String name();

  /// A number.
  ///
  /// @param unit `bytes`, `seconds`, `ratio`; empty for a plain number
  record Amount(String name, double value, String unit) implements Evidence {}

  /// A word; may come from outside and hold anything.
  record Word(String name, String value) implements Evidence {}

  static Evidence count(String name, long value) {
    return new Amount(name, value, "");
  }

  static Evidence bytes(String name, double value) {
    return new Amount(name, value, "bytes");
  }

  static Evidence ratio(String name, double value) {
    return new Amount(name, value, "ratio");
  }

  static Evidence seconds(String name, Duration value) {
    return new Amount(name, Math.floor(value.toMillis() / 1e3), "seconds");
  }

  static Evidence word(String name, String value) {
    return new Word(name, value);
  }
}
