package dev.plimsoll.collectors;

import dev.plimsoll.collectors.kernel.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// Reads sources one by one, unless they are switched off, and tells how long each took.
final class SourceTimer {
  private final Clock clock;
  private final Set<Source> off;

  /// @param off sources that are not to be read
  SourceTimer(Clock clock, Set<Source> off) {
    this.clock = clock;
    this.off = Set.copyOf(off);
  }

  <T> Reading<T> timed(Source source, Supplier<Section<T>> read) {
    long began = System.nanoTime();
    Section<T> section =
        off.contains(source)
            ? new Section.Absent<>("switched off by --no-collector." + source.label())
            : read.get();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Reading<>(source, section, Instant.now(clock), took);
  }
}
