package dev.plimsoll.agent.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A page of metrics with the series of each family sorted: their order means nothing, and a golden
/// is to show nothing else than what changed.
public final class CanonicalPage {
  private CanonicalPage() {}

  public static String of(String page) {
    StringBuilder text = new StringBuilder(page.length());
    List<String> series = new ArrayList<>();
    page.lines()
        .forEach(
            line -> {
              if (line.startsWith("#")) flush(series, text);
              if (line.startsWith("#")) text.append(line).append('\n');
              else series.add(line);
            });
    flush(series, text);
    return text.toString();
  }

  private static void flush(List<String> series, StringBuilder text) {
    Collections.sort(series);
    for (String line : series) text.append(line).append('\n');
    series.clear();
  }
}
