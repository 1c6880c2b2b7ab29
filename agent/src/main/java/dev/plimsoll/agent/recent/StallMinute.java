package dev.plimsoll.agent.recent;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import java.util.OptionalDouble;

/// How much of each of the last 60 seconds some task of a container stood still for want of one
/// thing. Its file may be read less often than the container; what it tells then is what the time
/// since was on average.
///
/// A container that did not run has begun no stall and ended none. One that stood still all the
/// while is seen when it runs again, as a second in which it did.
final class StallMinute {
  private static final double NANOS_PER_MICRO = 1_000;
  private static final long UNKNOWN = -1;

  private final PeakRing ring = new PeakRing();
  private Section<Pressure> last;
  private long total;
  private long knownAt;
  private boolean isKnown;

  StallMinute(Section<Pressure> first, long nanos) {
    last = first;
    total = total(first);
    knownAt = nanos;
    isKnown = total != UNKNOWN;
  }

  void moveTo(long second) {
    ring.moveTo(second);
  }

  /// @param ran whether the container may have run since the reading before
  @SuppressWarnings("ReferenceEquality") // What was not read anew is told by the same object.
  void add(Section<Pressure> now, boolean ran, long nanos) {
    if (now == last) {
      isKnown &= !ran;
      rest(nanos);
      return;
    }
    long grown = total(now);
    if (grown >= total && total != UNKNOWN) {
      ring.add(Math.min(1, (grown - total) * NANOS_PER_MICRO / Math.max(1, nanos - knownAt)));
    }
    last = now;
    total = grown;
    knownAt = nanos;
    isKnown = grown != UNKNOWN;
  }

  /// The container has not run until then.
  void rest(long nanos) {
    if (!isKnown) return;
    knownAt = nanos;
    ring.add(0);
  }

  private static long total(Section<Pressure> section) {
    return section
        .present()
        .flatMap(Pressure::some)
        .map(Pressure.Stall::totalMicros)
        .orElse(UNKNOWN);
  }

  /// The most of any second; empty where nothing is known.
  OptionalDouble peak() {
    return ring.peak();
  }
}
