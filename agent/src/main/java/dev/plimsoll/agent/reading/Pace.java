package dev.plimsoll.agent.reading;

import java.util.Locale;

/// How often a group of sources is read.
public enum Pace {
  /// What costs microseconds.
  FAST,
  /// The table of processes.
  PROCESS,
  /// What hardly changes.
  SLOW;

  /// The name as a label value and in `--interval.<name>`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
