package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.ClassicHistogram;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.LabelText;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.recent.Distribution;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DuplicateLabelsException;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Gathers samples by family, at most so many of each, with labels that are valid text. Families of
/// the same name are one, of the type and help of the first.
public final class SampleSet implements Sink {
  private record Sample(Labels labels, double value) {}

  private record Series(Family family, List<Sample> samples) {}

  private final Map<String, Series> families = new LinkedHashMap<>();
  private final Map<Family, Map<Labels, HistogramDataPointSnapshot>> histograms =
      new LinkedHashMap<>();
  private final Map<String, Long> dropped = new LinkedHashMap<>();
  private final Predicate<String> wanted;
  private final int mostSeries;
  private final Buckets buckets;

  /// @param wanted says of a family's name whether it was asked for
  /// @param mostSeries the most series that a family may have; what comes after is counted only
  /// @param buckets those of histograms
  SampleSet(Predicate<String> wanted, int mostSeries, Buckets buckets) {
    this.wanted = wanted;
    this.mostSeries = mostSeries;
    this.buckets = buckets;
  }

  /// Without histograms.
  public SampleSet(Predicate<String> wanted, int mostSeries) {
    this(wanted, mostSeries, Buckets.NONE);
  }

  @Override
  public void sample(Family family, Labels labels, double value) {
    if (!wanted.test(family.name())) return;
    List<Sample> samples =
        families.computeIfAbsent(family.name(), _ -> new Series(family, new ArrayList<>())).samples;
    if (samples.size() < mostSeries) samples.add(new Sample(LabelText.of(labels), value));
    else dropped.merge(family.name(), 1L, Long::sum);
  }

  @Override
  public void histogram(Family family, Labels labels, Supplier<Distribution> values) {
    if (buckets.any()) add(family, labels, valid -> buckets.point(valid, values.get()));
  }

  @Override
  public void histogram(Family family, Labels labels, ClassicHistogram values) {
    add(family, labels, valid -> Buckets.point(valid, values));
  }

  private void add(
      Family family, Labels labels, Function<Labels, HistogramDataPointSnapshot> point) {
    if (!wanted.test(family.name())) return;
    Map<Labels, HistogramDataPointSnapshot> known =
        histograms.computeIfAbsent(family, _ -> new LinkedHashMap<>());
    Labels valid = LabelText.of(labels);
    if (known.size() >= mostSeries || known.containsKey(valid)) {
      dropped.merge(family.name(), 1L, Long::sum);
    } else {
      known.put(valid, point.apply(valid));
    }
  }

  /// How many series of which family did not find room.
  public Map<String, Long> dropped() {
    return Map.copyOf(dropped);
  }

  /// All of it in the library's form.
  public MetricSnapshots snapshots() {
    Map<String, Integer> names = new HashMap<>();
    for (String name : families.keySet()) names.merge(name, 1, Integer::sum);
    for (Series series : families.values()) {
      String base = base(series.family);
      if (!base.equals(series.family.name())) names.merge(base, 1, Integer::sum);
    }
    List<MetricSnapshot> snapshots = new ArrayList<>(families.size());
    for (Series series : families.values()) {
      boolean alone = names.getOrDefault(base(series.family), 1) == 1;
      Family family = alone && canBe(series.family) ? series.family : plain(series.family);
      snapshots.add(withoutTwins(family, series.samples));
    }
    histograms.forEach(
        (family, points) ->
            snapshots.add(new HistogramSnapshot(metadata(family), points.values())));
    return new MetricSnapshots(snapshots);
  }

  /// The library would rename a counter whose name does not say that it is one, and knows no family
  /// whose name says nothing else.
  private static boolean canBe(Family family) {
    boolean silent = family.type() == Family.Type.COUNTER && !family.name().endsWith("_total");
    return !silent && !base(family).isEmpty();
  }

  /// The library takes `foo_total` and `foo` for one: then that is no counter.
  private static Family plain(Family family) {
    return switch (family.type()) {
      case COUNTER, INFO -> Family.untyped(family.name(), family.help());
      case GAUGE, HISTOGRAM, UNTYPED, BARE_COUNTER -> family;
    };
  }

  /// The name by which the library tells families apart.
  private static String base(Family family) {
    String suffix =
        switch (family.type()) {
          case COUNTER -> "_total";
          case INFO -> "_info";
          case GAUGE, HISTOGRAM, UNTYPED, BARE_COUNTER -> "";
        };
    String name = family.name();
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  /// Two samples with the same labels would make the whole page worthless: the first one stays.
  private MetricSnapshot withoutTwins(Family family, List<Sample> samples) {
    try {
      return snapshot(family, samples);
    } catch (DuplicateLabelsException _) {
      Map<Labels, Sample> distinct = new LinkedHashMap<>();
      samples.forEach(sample -> distinct.putIfAbsent(sample.labels, sample));
      dropped.merge(family.name(), (long) samples.size() - distinct.size(), Long::sum);
      return snapshot(family, List.copyOf(distinct.values()));
    }
  }

  private static MetricSnapshot snapshot(Family family, List<Sample> samples) {
    return switch (family.type()) {
      case GAUGE ->
          new GaugeSnapshot(metadata(family), samples.stream().map(SampleSet::gauge).toList());
      case COUNTER ->
          new CounterSnapshot(metadata(family), samples.stream().map(SampleSet::counter).toList());
      case INFO ->
          new InfoSnapshot(metadata(family), samples.stream().map(SampleSet::info).toList());
      case HISTOGRAM, UNTYPED, BARE_COUNTER ->
          new UnknownSnapshot(metadata(family), samples.stream().map(SampleSet::unknown).toList());
    };
  }

  private static MetricMetadata metadata(Family family) {
    return new MetricMetadata(base(family), family.help());
  }

  private static GaugeDataPointSnapshot gauge(Sample sample) {
    return new GaugeDataPointSnapshot(sample.value, sample.labels, null);
  }

  private static CounterDataPointSnapshot counter(Sample sample) {
    return new CounterDataPointSnapshot(sample.value, sample.labels, null, 0);
  }

  private static InfoDataPointSnapshot info(Sample sample) {
    return new InfoDataPointSnapshot(sample.labels);
  }

  private static UnknownDataPointSnapshot unknown(Sample sample) {
    return new UnknownDataPointSnapshot(sample.value, sample.labels, null);
  }
}
