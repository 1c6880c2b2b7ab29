package dev.plimsoll.daemonset.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page in Prometheus' text format.
///
/// @param types by family
/// @param values by series
record Samples(Map<String, String> types, Map<Series, Value> values) {
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: (\\d+))?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// Names that the agent does not know without the cluster's help: rows are compared by the path
  /// of their control group and the id of their container.
  private static final Set<String> NAMES = Set.of("container", "image", "namespace", "pod");

  /// @param labels `{id="/",name=""}`, in the order of their names
  record Series(String family, String labels) {}

  /// @param millis when it was taken, where the page says
  record Value(double value, OptionalLong millis) {}

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

  private static String labels(String text) {
    Map<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      if (!NAMES.contains(label.group(1))) labels.put(label.group(1), label.group(2));
    }
    StringBuilder all = new StringBuilder("{");
    labels.forEach((name, value) -> all.append(name).append("=\"").append(value).append("\","));
    return all.append(' ').append('}').toString();
  }

  /// The part of it that is asked for.
  Samples only(Predicate<Series> wanted) {
    Map<Series, Value> some = new LinkedHashMap<>(values);
    some.keySet().removeIf(wanted.negate());
    return new Samples(types, some);
  }

  Set<String> families() {
    Set<String> families = new TreeSet<>();
    values.keySet().forEach(series -> families.add(series.family()));
    return families;
  }

  /// The sum of the series that have this in their labels.
  double sum(String family, String labels) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().family().equals(family))
        .filter(entry -> entry.getKey().labels().contains(labels))
        .mapToDouble(entry -> entry.getValue().value())
        .sum();
  }
}
