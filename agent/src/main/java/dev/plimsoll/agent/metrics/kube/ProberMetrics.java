package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.ClassicHistogram;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ToldFamily;
import java.util.List;

/// `/metrics/probes`: the kubelet's own families about probes as it last told them, by its names,
/// labels, types and helps.
public final class ProberMetrics {
  private ProberMetrics() {}

  public static void write(List<ToldFamily> families, Sink sink) {
    families.forEach(family -> write(family, sink));
  }

  private static void write(ToldFamily told, Sink sink) {
    Family family = new Family(told.name(), type(told), told.help(), List.of());
    for (ToldFamily.Sample sample : told.samples()) {
      sink.sample(family, sample.labels(), sample.value());
    }
    for (ToldFamily.Histogram histogram : told.histograms()) {
      sink.histogram(family, histogram.labels(), classic(histogram));
    }
  }

  private static Family.Type type(ToldFamily told) {
    return switch (told.type()) {
      case "counter" ->
          told.name().endsWith("_total") ? Family.Type.COUNTER : Family.Type.BARE_COUNTER;
      case "gauge" -> Family.Type.GAUGE;
      case "histogram" -> Family.Type.HISTOGRAM;
      default -> Family.Type.UNTYPED;
    };
  }

  private static ClassicHistogram classic(ToldFamily.Histogram told) {
    return new ClassicHistogram(
        told.buckets().stream()
            .map(bucket -> new ClassicHistogram.Bucket(bucket.upTo(), bucket.count()))
            .toList(),
        told.count(),
        told.sum());
  }
}
