package dev.plimsoll.agent.nodeexporter;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of metrics in Prometheus' text format, taken apart.
///
/// @param types by the family's name
/// @param values by series: the name, and its labels in the order of their names
public record MetricsPage(Map<String, String> types, Map<Series, Double> values) {
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)\\})? (\\S+)");

  /// One series.
  public record Series(String name, TreeMap<String, String> labels) {

    /// The same with nothing in some labels.
    public Series without(Iterable<String> emptied) {
      TreeMap<String, String> fewer = new TreeMap<>(labels);
      for (String label : emptied) fewer.replace(label, "");
      return new Series(name, fewer);
    }

    @Override
    public String toString() {
      return name + labels;
    }
  }

  /// Takes a page apart.
  public static MetricsPage parse(String text) {
    Map<String, String> types = new HashMap<>();
    Map<Series, Double> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        String[] words = line.split(" ", 4);
        types.put(words[2], words[3]);
      } else if (!line.startsWith("#")) {
        sample(line, values);
      }
    }
    return new MetricsPage(types, values);
  }

  private static void sample(String line, Map<Series, Double> values) {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) throw new AssertionError("not a sample: " + line);
    TreeMap<String, String> labels = new TreeMap<>();
    if (sample.group(2) != null) {
      LABEL.matcher(sample.group(2)).results().forEach(label -> put(label, labels));
    }
    double value = Double.parseDouble(sample.group(3).replace("+Inf", "Infinity"));
    values.put(new Series(sample.group(1), labels), value);
  }

  private static void put(MatchResult label, Map<String, String> labels) {
    labels.put(label.group(1), label.group(2));
  }
}
