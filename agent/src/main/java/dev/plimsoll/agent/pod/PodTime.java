package dev.plimsoll.agent.pod;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// A time as Kubernetes writes it: `2026-11-20T06:26:01Z`, with fractions in some fields.
final class PodTime {
  private static final String ZERO = "0001-01-01T00:00:00Z";

  private PodTime() {}

  /// Empty where the text is no time, or Go's zero time.
  static Optional<Instant> parse(String text) {
    if (text.isEmpty() || text.equals(ZERO)) return Optional.empty();
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
