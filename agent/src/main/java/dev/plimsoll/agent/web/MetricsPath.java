package dev.plimsoll.agent.web;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.self.ScrapeCounts;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A page of metrics.
///
/// @param path where it is served, `/metrics/process`
/// @param shows what it shows, in a few words, for the index
/// @param ready whether there is anything to show
/// @param metrics chooses what writes its families from the last snapshot; called for every scrape,
///   by several threads at once
public record MetricsPath(
    String path, String shows, BooleanSupplier ready, Metrics metrics, ScrapeCounts counts) {

  /// Metrics of which a client may want a part.
  @FunctionalInterface
  public interface Metrics {
    /// @param collect the collectors that were asked for, `collect[]`; empty for all
    /// @param exclude the collectors that were not wanted, `exclude[]`
    /// @throws WrongQueryException where that cannot be
    Consumer<Sink> chosen(Set<String> collect, Set<String> exclude) throws WrongQueryException;

    /// Metrics that have no parts.
    static Metrics whole(Consumer<Sink> metrics) {
      return (_, _) -> metrics;
    }
  }

  public MetricsPath(String path, String shows, BooleanSupplier ready, Metrics metrics) {
    this(path, shows, ready, metrics, new ScrapeCounts(path));
  }
}
