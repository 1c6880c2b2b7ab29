package dev.plimsoll.daemonset.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page in Prometheus' text format.
///
/// @param types by family
/// @param values by series
record Samples(Map<String, String> types, Map<Series, Value> values) {
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: (\\d+))?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// @param labels in the order of their names
  record Series(String family, SortedMap<String, String> labels) {

    /// Empty where it has no such label.
    String label(String name) {
      return labels.getOrDefault(name, "");
    }

    /// The same with another value of a label.
    Series with(String label, String value) {
      SortedMap<String, String> rest = new TreeMap<>(labels);
      rest.put(label, value);
      return new Series(family, Collections.unmodifiableSortedMap(rest));
    }

    /// The container that it is about: namespace, pod and its own name.
    String container() {
      return label("namespace") + '/' + label("pod") + '/' + label("container");
    }

    /// The pod that it is about.
    String pod() {
      return label("namespace") + '/' + label("pod");
    }

    /// `{id="/",name="", }`
    String text() {
      StringBuilder all = new StringBuilder("{");
      labels.forEach((name, value) -> all.append(name).append("=\"").append(value).append("\","));
      return all.append(" }").toString();
    }

    @Override
    public String toString() {
      return family + text();
    }
  }

  /// @param millis when it was taken, where the page says
  record Value(double value, OptionalLong millis) {}

  /// A series with its value.
  record Sample(Series series, double value) {}

  static Samples parse(String page) {
    Map<String, String> types = new TreeMap<>();
    Map<Series, Value> values = new LinkedHashMap<>();
    page.lines()
        .forEach(
            line -> {
              if (line.startsWith("# TYPE ")) {
                String[] parts = line.split(" ", 4);
                types.put(parts[2], parts[3]);
              } else if (!line.startsWith("#") && !line.isBlank()) {
                add(line, values);
              }
            });
    return new Samples(types, values);
  }

  private static void add(String line, Map<Series, Value> values) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) throw new AssertionError("not a sample: " + line);
    OptionalLong millis =
        parts.group(4) == null
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(parts.group(4)));
    Series series = new Series(parts.group(1), labels(parts.group(2)));
    values.put(series, new Value(Double.parseDouble(parts.group(3)), millis));
  }

  private static SortedMap<String, String> labels(String text) {
    SortedMap<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) labels.put(label.group(1), label.group(2));
    return Collections.unmodifiableSortedMap(labels);
  }

  /// The part of it that is asked for.
  Samples only(Predicate<Series> wanted) {
    Map<Series, Value> some = new LinkedHashMap<>(values);
    some.keySet().removeIf(wanted.negate());
    return new Samples(types, some);
  }

  /// The same by other names.
  Samples renamed(UnaryOperator<Series> name) {
    Map<Series, Value> others = new LinkedHashMap<>();
    values.forEach((series, value) -> others.put(name.apply(series), value));
    return new Samples(types, others);
  }

  Set<String> families() {
    Set<String> families = new TreeSet<>();
    values.keySet().forEach(series -> families.add(series.family()));
    return families;
  }

  /// The series of a family.
  Stream<Sample> of(String family) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().family().equals(family))
        .map(entry -> new Sample(entry.getKey(), entry.getValue().value()));
  }

  /// The sum of the series that have this in their labels.
  double sum(String family, String labels) {
    return of(family)
        .filter(sample -> sample.series().text().contains(labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  /// The sum of the series of a container, or of a pod where the name ends with a slash.
  double ofContainer(String family, String container) {
    return of(family)
        .filter(sample -> sample.series().container().equals(container))
        .mapToDouble(Sample::value)
        .sum();
  }
}
