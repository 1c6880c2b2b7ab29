package dev.plimsoll.agent.nodeexporter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a page of metrics says, however it writes it.
final class PageSeries {
  private PageSeries() {}

  /// Every series with its value, and every family with its type, but for what nobody can compare.
  ///
  /// @param compared whether a line is to be compared
  static Map<String, String> of(String page, Predicate<String> compared) {
    Map<String, String> series = new TreeMap<>();
    for (String line : page.lines().filter(compared).toList()) {
      boolean type = line.startsWith("# TYPE ");
      int space = line.lastIndexOf(' ');
      if (line.startsWith("#") && !type) continue;
      if (line.contains("node_exporter_build_info")) continue;
      if (line.contains("node_scrape_collector_duration_seconds")) continue;
      String value = line.substring(space + 1);
      series.put(line.substring(0, space), type ? value : number(value));
    }
    return series;
  }

  /// Rounded to what is beyond the error of a multiplication: node_exporter multiplies by 0.001
  /// where others divide by 1000.
  private static String number(String value) {
    double number = Double.parseDouble(value);
    if (!Double.isFinite(number)) return value;
    return BigDecimal.valueOf(number).round(new MathContext(12)).stripTrailingZeros().toString();
  }
}
