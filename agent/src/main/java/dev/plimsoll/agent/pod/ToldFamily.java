package dev.plimsoll.agent.pod;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Objects;

/// A metric family as somebody else told it.
///
/// @param type as it was told: `counter`, `gauge`, `histogram`; empty where it was not
/// @param samples empty for a histogram
/// @param histograms empty for anything else
public record ToldFamily(
    String name, String type, String help, List<Sample> samples, List<Histogram> histograms) {
  public ToldFamily {
    samples = List.copyOf(samples);
    histograms = List.copyOf(histograms);
  }

  /// A series of one value.
  public record Sample(Labels labels, double value) {
    /// The value of a label; empty where there is none.
    public String label(String name) {
      return Objects.requireNonNullElse(labels.get(name), "");
    }
  }

  /// @param labels without the buckets' `le`
  /// @param buckets in the order told
  public record Histogram(Labels labels, List<Bucket> buckets, long count, double sum) {
    public Histogram {
      buckets = List.copyOf(buckets);
    }

    /// The value of a label; empty where there is none.
    public String label(String name) {
      return Objects.requireNonNullElse(labels.get(name), "");
    }
  }

  /// @param upTo its bound as it was written, `0.005`, `+Inf`
  /// @param count values up to that, those of the buckets before included
  public record Bucket(String upTo, long count) {}
}
