package dev.plimsoll.agent.recent;

import java.util.List;
import java.util.stream.IntStream;

/// How often which values were seen, in four buckets for each doubling: those of a native histogram
/// of schema 2, whose bucket `i` ends at the `i/4`th power of two. Between two bounds, so that its
/// size is known. Not for several threads at once.
public final class Distribution {
  /// Buckets of a doubling, as native histograms name it: two to this power.
  public static final int SCHEMA = 2;

  private static final int STEPS = 1 << SCHEMA;
  private static final List<Integer> CORES = List.of(-4, -3, -2, -1, 0, 1, 2, 3, 4, 5);
  private static final List<Integer> BYTES = List.of(24, 26, 28, 30, 32, 34, 36);
  private static final int[] NONE = {};
  private static final double[] WITHIN = {1, Math.pow(2, 0.25), Math.sqrt(2), Math.pow(2, 0.75)};

  private final int lowest;
  private final List<Integer> bounds;
  private final int most;

  /// Of the buckets from the first that holds something to the last that did: few, as a rule.
  private int[] counts = NONE;

  private int first;
  private long few;
  private double sum;

  /// @param lowest power of two at which buckets begin; what is less is too little for one
  /// @param highest power of two at which they end; what is more counts for the last
  /// @param bounds powers of two up to which classic buckets reach
  private Distribution(int lowest, int highest, List<Integer> bounds) {
    this.lowest = lowest;
    this.bounds = bounds;
    this.most = (highest - lowest) * STEPS;
  }

  /// From a thousandth of a CPU to a thousand.
  public static Distribution ofCores() {
    return new Distribution(-10, 10, CORES);
  }

  /// From 1 MiB to 64 TiB.
  public static Distribution ofBytes() {
    return new Distribution(20, 46, BYTES);
  }

  private Distribution(Distribution other) {
    this.lowest = other.lowest;
    this.bounds = other.bounds;
    this.most = other.most;
    this.counts = other.counts.clone();
    this.first = other.first;
    this.few = other.few;
    this.sum = other.sum;
  }

  Distribution copy() {
    return new Distribution(this);
  }

  /// @param value not negative
  public void add(double value) {
    add(value, 1);
  }

  /// As often as that.
  void add(double value, int times) {
    sum += value * times;
    int at = index(value) - lowest * STEPS - 1;
    if (at < 0) few += times;
    else raise(Math.min(at, most - 1), times);
  }

  private void raise(int at, int times) {
    if (counts.length == 0) first = at;
    if (at < first || at >= first + counts.length) widen(at);
    counts[at - first] += times;
  }

  private void widen(int at) {
    int from = Math.min(first, at);
    int[] wider = new int[Math.max(first + counts.length, at + 1) - from];
    System.arraycopy(counts, 0, wider, first - from, counts.length);
    counts = wider;
    first = from;
  }

  private static int index(double value) {
    int exponent = Math.getExponent(value);
    if (exponent < Double.MIN_EXPONENT) return Integer.MIN_VALUE / 2;
    double mantissa = Math.scalb(value, -exponent);
    int step = 0;
    while (step < STEPS && mantissa > WITHIN[step]) step++;
    return exponent * STEPS + step;
  }

  /// The indices of the buckets that hold something, in order.
  public int[] buckets() {
    return IntStream.range(0, counts.length)
        .filter(at -> counts[at] > 0)
        .map(at -> at + first + lowest * STEPS + 1)
        .toArray();
  }

  /// How often a value of this bucket was seen.
  public long count(int bucket) {
    int at = bucket - lowest * STEPS - 1 - first;
    return at < 0 || at >= counts.length ? 0 : counts[at];
  }

  /// The powers of two up to which classic buckets reach, in order.
  public List<Integer> bounds() {
    return bounds;
  }

  /// How many values were not above this power of two.
  public long countUpTo(int power) {
    int end = Math.clamp((long) (power - lowest) * STEPS - first, 0, counts.length);
    return few + IntStream.range(0, end).mapToLong(at -> counts[at]).sum();
  }

  /// How many values were too small for a bucket.
  public long few() {
    return few;
  }

  /// Up to which value that is.
  public double fewUpTo() {
    return Math.scalb(1.0, lowest);
  }

  /// How many values there were.
  public long count() {
    return few + IntStream.of(counts).asLongStream().sum();
  }

  /// What they add up to.
  public double sum() {
    return sum;
  }
}
