package dev.plimsoll.agent.self;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many series of which family were left out of pages, summed over all pages. Counted and read
/// by any thread; there are as many families as the catalogue has.
public final class DroppedSeries {
  private final Map<String, Long> families = new ConcurrentHashMap<>();

  public void add(Map<String, Long> dropped) {
    dropped.forEach((family, count) -> families.merge(family, count, Long::sum));
  }

  public Map<String, Long> byFamily() {
    return Map.copyOf(families);
  }
}
