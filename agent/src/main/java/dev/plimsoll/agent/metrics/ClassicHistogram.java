package dev.plimsoll.agent.metrics;

import java.util.List;

/// A histogram in the buckets that somebody else chose.
///
/// @param buckets in the order of their bounds, the last one with the bound `+Inf`
/// @param sum of all values
public record ClassicHistogram(List<Bucket> buckets, long count, double sum) {
  public ClassicHistogram {
    buckets = List.copyOf(buckets);
  }

  /// @param bound as its label says it: `0.005`, `1`, `+Inf`
  /// @param upTo values up to the bound
  public record Bucket(String bound, long upTo) {}
}
