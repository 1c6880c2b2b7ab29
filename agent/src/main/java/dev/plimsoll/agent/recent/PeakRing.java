package dev.plimsoll.agent.recent;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The largest value of each of the last 60 seconds. A second of which nothing is known has none.
///
/// Values are kept as floats: whole pages stay exact up to 64 GiB.
final class PeakRing {
  private static final int SECONDS = 60;

  private final float[] peaks = new float[SECONDS];
  private long newest = Long.MIN_VALUE;

  PeakRing() {
    Arrays.fill(peaks, Float.NaN);
  }

  /// Makes this second the newest.
  void moveTo(long second) {
    if (second <= newest) return;
    long fresh = newest == Long.MIN_VALUE ? SECONDS : second - newest;
    for (long at = second - Math.min(fresh, SECONDS) + 1; at <= second; at++) {
      peaks[slot(at)] = Float.NaN;
    }
    newest = second;
  }

  /// Adds a value to the newest second.
  void add(double value) {
    int slot = slot(newest);
    if (!(peaks[slot] >= value)) peaks[slot] = (float) value;
  }

  private static int slot(long second) {
    return (int) Math.floorMod(second, (long) SECONDS);
  }

  /// The mean of all seconds of which something is known; empty where nothing is.
  OptionalDouble mean() {
    double sum = 0;
    int known = 0;
    for (float peak : peaks) {
      if (Float.isNaN(peak)) continue;
      sum += peak;
      known++;
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
  }

  /// The largest of all; empty where nothing is known.
  OptionalDouble peak() {
    float most = Float.NaN;
    for (float peak : peaks) {
      if (!(most >= peak) && !Float.isNaN(peak)) most = peak;
    }
    return Float.isNaN(most) ? OptionalDouble.empty() : OptionalDouble.of(most);
  }
}
