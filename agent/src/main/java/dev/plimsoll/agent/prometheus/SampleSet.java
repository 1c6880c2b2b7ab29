package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.LabelText;
import dev.plimsoll.agent.metrics.Sink;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DuplicateLabelsException;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Gathers samples by family, at most so many of each, with labels that are valid text.
public final class SampleSet implements Sink {
  private record Sample(Labels labels, double value) {}

  private final Map<Family, List<Sample>> families = new LinkedHashMap<>();
  private final Map<String, Long> dropped = new LinkedHashMap<>();
  private final Predicate<String> wanted;
  private final int mostSeries;

  /// @param wanted says of a family's name whether it was asked for
  /// @param mostSeries the most series that a family may have; what comes after is counted only
  public SampleSet(Predicate<String> wanted, int mostSeries) {
    this.wanted = wanted;
    this.mostSeries = mostSeries;
  }

  @Override
  public void sample(Family family, Labels labels, double value) {
    if (!wanted.test(family.name())) return;
    List<Sample> samples = families.computeIfAbsent(family, _ -> new ArrayList<>());
    if (samples.size() < mostSeries) samples.add(new Sample(LabelText.of(labels), value));
    else dropped.merge(family.name(), 1L, Long::sum);
  }

  /// How many series of which family did not find room.
  public Map<String, Long> dropped() {
    return Map.copyOf(dropped);
  }

  /// All of it in the library's form.
  public MetricSnapshots snapshots() {
    List<MetricSnapshot> snapshots = new ArrayList<>(families.size());
    families.forEach((family, samples) -> snapshots.add(withoutTwins(family, samples)));
    return new MetricSnapshots(snapshots);
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
          new GaugeSnapshot(metadata(family, ""), samples.stream().map(SampleSet::gauge).toList());
      case COUNTER ->
          new CounterSnapshot(
              metadata(family, "_total"), samples.stream().map(SampleSet::counter).toList());
      case INFO ->
          new InfoSnapshot(
              metadata(family, "_info"), samples.stream().map(SampleSet::info).toList());
      case UNTYPED ->
          new UnknownSnapshot(
              metadata(family, ""), samples.stream().map(SampleSet::unknown).toList());
    };
  }

  private static MetricMetadata metadata(Family family, String suffix) {
    String name = family.name();
    String base = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    return new MetricMetadata(base, family.help());
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
