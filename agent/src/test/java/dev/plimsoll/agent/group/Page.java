package dev.plimsoll.agent.group;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// A page of metrics in Prometheus' text format.
///
/// @param series values by name and labels as they are written, labels in order of their names
/// @param types by family
record Page(Map<String, Double> series, Map<String, String> types) {
  static Page parse(String text) {
    Map<String, Double> series = new TreeMap<>();
    Map<String, String> types = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (line.startsWith("# TYPE ")) types.put(words[2], words[3]);
      else if (!line.startsWith("#")) {
        int space = line.lastIndexOf(' ');
        series.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
    return new Page(series, types);
  }

  double value(String key) {
    return series.getOrDefault(key, Double.NaN);
  }
}
