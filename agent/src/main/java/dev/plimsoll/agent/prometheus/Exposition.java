package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.self.DroppedSeries;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.expositionformats.PrometheusProtobufWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns samples into what a scraper asked for: Prometheus text by our own writer, for that is what
/// every scrape costs, OpenMetrics and protobuf by the library's.
public final class Exposition {
  private final ExpositionFormats formats = ExpositionFormats.init();
  private final int mostSeries;
  private final DroppedSeries dropped;
  private final boolean classic;

  /// Left by the last page for the next; pages made at the same time have their own.
  private final AtomicReference<@Nullable LabelBytes> labels = new AtomicReference<>();

  /// @param mostSeries the most series of one family
  /// @param dropped counts those beyond
  /// @param classic whether histograms have classic buckets too; without, only protobuf has them
  public Exposition(int mostSeries, DroppedSeries dropped, boolean classic) {
    this.mostSeries = mostSeries;
    this.dropped = dropped;
    this.classic = classic;
  }

  /// Without classic buckets.
  public Exposition(int mostSeries, DroppedSeries dropped) {
    this(mostSeries, dropped, false);
  }

  /// A whole answer, made before the first byte of it is sent, so that a failure can still be one.
  public record Page(String contentType, PageBody body) {}

  /// @param accept the `Accept` header; null where there is none
  /// @param names the families asked for; empty for all
  public Page page(@Nullable String accept, Set<String> names, Consumer<Sink> source)
      throws IOException {
    Predicate<String> wanted = name -> names.isEmpty() || names.contains(name);
    ExpositionFormatWriter writer = formats.findWriter(accept);
    if (writer instanceof PrometheusTextFormatWriter) return text(wanted, source);
    Buckets buckets = new Buckets(writer instanceof PrometheusProtobufWriter, classic);
    SampleSet samples = new SampleSet(wanted, mostSeries, buckets);
    source.accept(samples);
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
    writer.write(body, samples.snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
    dropped.add(samples.dropped());
    return new Page(writer.getContentType(), PageBody.of(body.toByteArray()));
  }

  private Page text(Predicate<String> wanted, Consumer<Sink> source) {
    LabelBytes kept = labels.getAndSet(null);
    LabelBytes mine = kept == null ? new LabelBytes() : kept;
    TextPage page = new TextPage(wanted, mostSeries, mine, classic);
    source.accept(page);
    mine.endPage();
    labels.set(mine);
    dropped.add(page.dropped());
    return new Page(TextPage.CONTENT_TYPE, page.body());
  }
}
