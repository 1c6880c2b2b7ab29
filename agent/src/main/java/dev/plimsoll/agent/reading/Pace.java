package dev.plimsoll.agent.reading;

import java.util.Locale;

/// How often a group of sources is read.
public enum Pace {
  /// That of which a short burst matters.
  FAST,
  /// The node's other counters.
  COUNTERS,
  /// The table of processes.
  PROCESS,
  /// What hardly changes.
  SLOW;

  /// The name as a label value and in `--interval.<name>`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
