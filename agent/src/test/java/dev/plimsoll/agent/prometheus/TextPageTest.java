package dev.plimsoll.agent.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.CanonicalPage;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.recent.Distribution;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Our writer beside the library's, which says what is right.
class TextPageTest {
  private static final Family READS = Family.counter("disk_reads_total", "Reads.", "device");
  private static final Family TEMPERATURE =
      Family.gauge("a_celsius", "How warm, with \\ and\nsuch.", "device");
  private static final Family INFO = Family.info("machine_info", "What it is.", "name");
  private static final Family ODD = Family.untyped("odd", "Odd.", "device");

  private static final Family USED = Family.histogram("used_cores", "Used.", "device");

  private static final List<Family> FAMILIES = List.of(READS, TEMPERATURE, INFO, ODD);
  private static final List<Double> VALUES =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          9.0,
          10.0,
          99.0,
          9_999_999.0,
          10_000_000.0,
          1e15,
          1e300,
          0.1,
          1e-9,
          1234.5678,
          2147483648.0,
          Double.MIN_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
  private static final List<String> NAMES =
      List.of(
          "",
          "sda",
          "a\"b",
          "a\\b",
          "line\nend",
          "\u00e4\u6f22\ud83d\ude00",
          "\udcff",
          "\\xff",
          "\0");

  private final LabelBytes labels = new LabelBytes();

  @Test
  void writesWhatTheLibraryWrites() throws IOException {
    assertSame(
        sink -> {
          for (double value : VALUES) write(Labels.of("device", "" + value), value, sink);
          for (String name : NAMES) write(Labels.of("device", name, "b", "x", "a", name), 1, sink);
        });
  }

  private static Distribution used() {
    Distribution used = Distribution.ofCores();
    for (double value : new double[] {0, 0.06, 0.3, 0.5, 1.2, 1.2, 31, 500}) used.add(value);
    return used;
  }

  @Test
  void withoutClassicBucketsThereAreNoHistograms() {
    TextPage page = new TextPage(_ -> true, 10, labels, false);
    page.histogram(USED, Labels.EMPTY, TextPageTest::used);
    assertEquals("", page.body().toString(StandardCharsets.UTF_8));
  }

  private static void write(Labels labels, double value, Sink sink) {
    for (Family family : FAMILIES) {
      boolean odd = family.type() == Family.Type.COUNTER && (value < 0 || Double.isNaN(value));
      if (!odd) sink.sample(family, labels, family.type() == Family.Type.INFO ? 1 : value);
    }
  }

  @Test
  void keepsManySeriesOfManyNamesApart() throws IOException {
    assertSame(
        sink -> {
          Random random = new Random(42);
          for (int index = 0; index < 5_000; index++) {
            Labels device = Labels.of("device", "sd" + index);
            sink.sample(READS, device, random.nextInt(20_000_000));
            sink.sample(READS, device.add("mode", "m" + index % 3), random.nextDouble());
          }
        });
  }

  @Test
  void writesClassicBucketsAsTheLibraryDoes() throws IOException {
    assertSame(
        sink -> {
          for (String name : NAMES) {
            sink.histogram(USED, Labels.of("device", name), TextPageTest::used);
          }
          sink.histogram(USED, Labels.EMPTY, TextPageTest::used);
        });
  }

  @Test
  void keepsTheFirstOfTwoTwinsAndCountsTheOther() {
    TextPage page = new TextPage(_ -> true, 10, labels, true);
    page.sample(READS, Labels.of("device", "sda"), 1);
    page.sample(READS, Labels.of("device", "sdb"), 2);
    page.sample(READS, Labels.of("device", "sda"), 3);
    assertTrue(page.body().toString(StandardCharsets.UTF_8).endsWith("{device=\"sdb\"} 2.0\n"));
    assertEquals(Map.of("disk_reads_total", 1L), page.dropped());
  }

  @Test
  void countsWhatFindsNoRoomAndLeavesOutWhatNobodyWants() {
    TextPage page = new TextPage(name -> !name.equals("odd"), 2, labels, true);
    for (int disk = 0; disk < 5; disk++) {
      page.sample(READS, Labels.of("device", "sd" + disk), 1);
      page.sample(ODD, Labels.of("device", "sd" + disk), 1);
    }
    assertEquals(4, page.body().toString(StandardCharsets.UTF_8).lines().count());
    assertEquals(Map.of("disk_reads_total", 3L), page.dropped());
  }

  private void assertSame(Consumer<Sink> source) throws IOException {
    TextPage own = new TextPage(_ -> true, 100_000, labels, true);
    source.accept(own);
    SampleSet samples = new SampleSet(_ -> true, 100_000, new Buckets(false, true));
    source.accept(samples);
    ByteArrayOutputStream library = new ByteArrayOutputStream();
    PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    writer.write(library, samples.snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
    assertEquals(writer.getContentType(), TextPage.CONTENT_TYPE);
    assertEquals(
        CanonicalPage.of(library.toString(StandardCharsets.UTF_8)),
        CanonicalPage.of(own.body().toString(StandardCharsets.UTF_8)));
    assertEquals(
        own.body().toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8).length,
        own.body().size());
  }
}
