package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.ClassicHistogram;
import dev.plimsoll.agent.recent.Distribution;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Which buckets histograms have in a page.
///
/// @param exponential those of native histograms, which only protobuf knows
/// @param classic a series for each
record Buckets(boolean exponential, boolean classic) {

  static final Buckets NONE = new Buckets(false, false);

  boolean any() {
    return exponential || classic;
  }

  /// A histogram in the library's form.
  HistogramDataPointSnapshot point(Labels labels, Distribution values) {
    return new HistogramDataPointSnapshot(
        classic ? classic(values) : ClassicHistogramBuckets.EMPTY,
        exponential ? Distribution.SCHEMA : HistogramSnapshot.CLASSIC_HISTOGRAM,
        exponential ? values.few() : 0,
        exponential ? values.fewUpTo() : 0,
        exponential ? exponential(values) : NativeHistogramBuckets.EMPTY,
        NativeHistogramBuckets.EMPTY,
        values.sum(),
        labels,
        Exemplars.EMPTY,
        0);
  }

  /// A histogram in the buckets that it has.
  static HistogramDataPointSnapshot point(Labels labels, ClassicHistogram values) {
    TreeMap<Double, Long> upTo = new TreeMap<>();
    values.buckets().forEach(bucket -> upTo.put(bound(bucket.bound()), bucket.upTo()));
    upTo.put(Double.POSITIVE_INFINITY, values.count());
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    long before = 0;
    for (Map.Entry<Double, Long> bucket : upTo.entrySet()) {
      long most = Math.max(before, bucket.getValue());
      buckets.bucket(bucket.getKey(), most - before);
      before = most;
    }
    return new HistogramDataPointSnapshot(
        buckets.build(), values.sum(), labels, Exemplars.EMPTY, 0);
  }

  private static double bound(String text) {
    return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static NativeHistogramBuckets exponential(Distribution values) {
    int[] buckets = values.buckets();
    return NativeHistogramBuckets.of(
        buckets, Arrays.stream(buckets).mapToLong(values::count).toArray());
  }

  private static ClassicHistogramBuckets classic(Distribution values) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    long before = 0;
    for (int power : values.bounds()) {
      long upTo = values.countUpTo(power);
      buckets.bucket(Math.scalb(1.0, power), upTo - before);
      before = upTo;
    }
    return buckets.bucket(Double.POSITIVE_INFINITY, values.count() - before).build();
  }
}
