package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.self.DroppedSeries;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns samples into what a scraper asked for: Prometheus text, OpenMetrics or protobuf.
public final class Exposition {
  private final ExpositionFormats formats = ExpositionFormats.init();
  private final int mostSeries;
  private final DroppedSeries dropped;

  /// @param mostSeries the most series of one family
  /// @param dropped counts those beyond
  public Exposition(int mostSeries, DroppedSeries dropped) {
    this.mostSeries = mostSeries;
    this.dropped = dropped;
  }

  /// A whole answer, made before the first byte of it is sent, so that a failure can still be one.
  public record Page(String contentType, ByteArrayOutputStream body) {}

  /// @param accept the `Accept` header; null where there is none
  /// @param names the families asked for; empty for all
  public Page page(@Nullable String accept, Set<String> names, Consumer<Sink> source)
      throws IOException {
    SampleSet samples = new SampleSet(name -> names.isEmpty() || names.contains(name), mostSeries);
    source.accept(samples);
    ExpositionFormatWriter writer = formats.findWriter(accept);
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
    writer.write(body, samples.snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
    dropped.add(samples.dropped());
    return new Page(writer.getContentType(), body);
  }
}
