package dev.plimsoll.agent.recent;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The largest value of each of the last 60 seconds. A second of which nothing is known has none.
///
/// Values are kept as floats: whole pages stay exact up to 64 GiB. Most containers never wait for
/// anything: while there was nothing but zeros, only the second of the last one is kept. Once there
/// is more, zeros before it no longer matter to the peak.
final class PeakRing {
  private static final int SECONDS = 60;

  private static final float[] NONE = {};

  private float[] peaks = NONE;
  private long newest = Long.MIN_VALUE;
  private long lastZero = Long.MIN_VALUE;

  /// Makes this second the newest.
  void moveTo(long second) {
    if (second <= newest) return;
    long fresh = peaks.length == 0 ? 0 : second - newest;
    for (long at = second - Math.min(fresh, SECONDS) + 1; at <= second; at++) {
      peaks[slot(at)] = Float.NaN;
    }
    newest = second;
  }

  /// The first second after the newest that is still to be in the ring when this one is the newest.
  long fresh(long second) {
    return Math.max(newest, second - SECONDS) + 1;
  }

  /// Adds a value to the newest second.
  void add(double value) {
    if (peaks.length == 0 && value == 0) {
      lastZero = newest;
      return;
    }
    if (peaks.length == 0) {
      peaks = new float[SECONDS];
      Arrays.fill(peaks, Float.NaN);
    }
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
    if (peaks.length == 0) return zero();
    float most = Float.NaN;
    for (float peak : peaks) {
      if (!(most >= peak) && !Float.isNaN(peak)) most = peak;
    }
    return Float.isNaN(most) ? OptionalDouble.empty() : OptionalDouble.of(most);
  }

  private OptionalDouble zero() {
    boolean fresh = lastZero != Long.MIN_VALUE && newest - lastZero < SECONDS;
    return fresh ? OptionalDouble.of(0) : OptionalDouble.empty();
  }
}
