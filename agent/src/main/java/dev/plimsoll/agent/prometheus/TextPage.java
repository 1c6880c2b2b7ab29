package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.ClassicHistogram;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.recent.Distribution;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A page of Prometheus text, made while its samples come, without an object for each: what every
/// Prometheus asks for unless it is told otherwise. The same lines as the library's, families by
/// name; the series of a family stay in the order in which they come.
final class TextPage implements Sink {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, FamilyText> families = new HashMap<>();
  private final Map<String, Long> dropped = new LinkedHashMap<>();
  private final Predicate<String> wanted;
  private final int mostSeries;
  private final LabelBytes labelBytes;
  private final boolean classic;

  /// @param wanted says of a family's name whether it was asked for
  /// @param mostSeries the most series that a family may have; what comes after is counted only
  /// @param classic whether histograms have classic buckets; without, this format has no histograms
  TextPage(Predicate<String> wanted, int mostSeries, LabelBytes labelBytes, boolean classic) {
    this.wanted = wanted;
    this.mostSeries = mostSeries;
    this.labelBytes = labelBytes;
    this.classic = classic;
  }

  /// Two samples with the same labels would make the whole page worthless: the first one stays.
  @Override
  public void sample(Family family, Labels labels, double value) {
    FamilyText text = text(family);
    if (text == null) return;
    boolean added = text.series() < mostSeries && text.add(labels, value, labelBytes);
    if (!added) dropped.merge(family.name(), 1L, Long::sum);
  }

  @Override
  public void histogram(Family family, Labels labels, Supplier<Distribution> values) {
    FamilyText text = classic ? text(family) : null;
    if (text == null) return;
    boolean added = text.series() < mostSeries && text.add(labels, values.get(), labelBytes);
    if (!added) dropped.merge(family.name(), 1L, Long::sum);
  }

  @Override
  public void histogram(Family family, Labels labels, ClassicHistogram values) {
    FamilyText text = text(family);
    if (text == null) return;
    boolean added = text.series() < mostSeries && text.add(labels, values, labelBytes);
    if (!added) dropped.merge(family.name(), 1L, Long::sum);
  }

  private @Nullable FamilyText text(Family family) {
    FamilyText text = families.get(family.name());
    if (text == null && wanted.test(family.name())) {
      text = new FamilyText(family);
      families.put(family.name(), text);
    }
    return text;
  }

  /// How many series of which family did not find room.
  Map<String, Long> dropped() {
    return Map.copyOf(dropped);
  }

  PageBody body() {
    List<Piece> page = new ArrayList<>(families.size() * 2);
    families.values().stream()
        .sorted(Comparator.comparing(FamilyText::order))
        .forEach(family -> family.appendTo(page));
    return new PageBody(page);
  }
}
