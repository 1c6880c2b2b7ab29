package dev.plimsoll.agent.web;

import dev.plimsoll.agent.metrics.Sink;
import java.util.function.Consumer;

/// A page of metrics.
///
/// @param path where it is served, `/metrics/process`
/// @param shows what it shows, in a few words, for the index
/// @param metrics writes its families from the last snapshot; called for every scrape, by several
///   threads at once
public record MetricsPath(String path, String shows, Consumer<Sink> metrics) {}
