package dev.plimsoll.agent.metrics;

import java.util.List;

/// One metric family, as the catalogue has it.
///
/// @param name the full name, counters with `_total`
/// @param help one sentence with unit and source, ending in a full stop
/// @param labels the names of the labels that its series may carry
public record Family(String name, Type type, String help, List<String> labels) {

  /// What the values mean.
  public enum Type {
    GAUGE,
    COUNTER,
    /// A gauge that is always 1 and speaks by its labels.
    INFO,
    /// How often which values were seen.
    HISTOGRAM,
    /// Only where an incumbent exports it so.
    UNTYPED,
    /// A counter of an incumbent whose name does not end in `_total`. OpenMetrics has no such
    /// counters: there it is of unknown type.
    BARE_COUNTER
  }

  public Family {
    labels = List.copyOf(labels);
  }

  public static Family gauge(String name, String help, String... labels) {
    return new Family(name, Type.GAUGE, help, List.of(labels));
  }

  public static Family counter(String name, String help, String... labels) {
    return new Family(name, Type.COUNTER, help, List.of(labels));
  }

  public static Family info(String name, String help, String... labels) {
    return new Family(name, Type.INFO, help, List.of(labels));
  }

  public static Family bareCounter(String name, String help, String... labels) {
    return new Family(name, Type.BARE_COUNTER, help, List.of(labels));
  }

  public static Family histogram(String name, String help, String... labels) {
    return new Family(name, Type.HISTOGRAM, help, List.of(labels));
  }

  public static Family untyped(String name, String help, String... labels) {
    return new Family(name, Type.UNTYPED, help, List.of(labels));
  }

  /// The base unit, which is the last word of the name: `seconds`, `bytes`, `ratio`; empty for a
  /// plain number.
  public String unit() {
    String base = name.endsWith("_total") ? name.substring(0, name.length() - 6) : name;
    for (String unit : List.of("seconds", "bytes", "ratio")) {
      if (base.endsWith('_' + unit)) return unit;
    }
    return "";
  }
}
