package dev.plimsoll.collectors;

import dev.plimsoll.collectors.proc.LoadAvg;
import java.util.List;

/// What is read at every fast interval: counters that cost microseconds.
public record FastReadings(Reading<LoadAvg> loadAvg) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return List.of(loadAvg);
  }
}
