package dev.plimsoll.agent.web;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.self.ScrapeCounts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A page of metrics.
///
/// @param path where it is served, `/metrics/process`
/// @param shows what it shows, in a few words, for the index
/// @param ready whether there is anything to show
/// @param metrics writes its families from the last snapshot; called for every scrape, by several
///   threads at once
public record MetricsPath(
    String path, String shows, BooleanSupplier ready, Consumer<Sink> metrics, ScrapeCounts counts) {

  public MetricsPath(String path, String shows, BooleanSupplier ready, Consumer<Sink> metrics) {
    this(path, shows, ready, metrics, new ScrapeCounts(path));
  }
}
