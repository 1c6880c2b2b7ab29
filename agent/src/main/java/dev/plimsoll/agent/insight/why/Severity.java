package dev.plimsoll.agent.insight.why;

import java.util.Locale;

/// How bad something is, the worst first.
public enum Severity {
  /// The pod does not do its work, or will be ended.
  CRITICAL,
  /// It works, and something is wrong.
  WARNING,
  /// Worth to know.
  NOTICE;

  /// `critical`
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
