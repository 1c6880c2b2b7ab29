package dev.plimsoll.agent.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.recent.Distribution;
import dev.plimsoll.agent.self.DroppedSeries;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SampleSetTest {
  private static final Family DISK = Family.counter("disk_reads_total", "Reads.", "device");

  private static final Family TOOK = Family.histogram("disk_cores", "Used.", "device");

  @Test
  void keepsTheFirstOfTwoTwinsAndCountsTheOther() {
    SampleSet samples = new SampleSet(_ -> true, 10);
    samples.sample(DISK, Labels.of("device", "sda"), 1);
    samples.sample(DISK, Labels.of("device", "sdb"), 2);
    samples.sample(DISK, Labels.of("device", "sda"), 3);
    assertEquals(2, samples.snapshots().get(0).getDataPoints().size());
    assertEquals(Map.of("disk_reads_total", 1L), samples.dropped());
  }

  @Test
  void countsWhatFindsNoRoom() {
    SampleSet samples = new SampleSet(_ -> true, 2);
    for (int disk = 0; disk < 5; disk++) samples.sample(DISK, Labels.of("device", "sd" + disk), 1);
    assertEquals(2, samples.snapshots().get(0).getDataPoints().size());
    assertEquals(Map.of("disk_reads_total", 3L), samples.dropped());
  }

  @Test
  void familiesOfOneNameAreOne() throws IOException {
    assertEquals(
        """
        # HELP a First.
        # TYPE a gauge
        a 1.0
        a{b="c"} 2.0
        """,
        page(
            sink -> {
              sink.sample(Family.gauge("a", "First."), 1);
              sink.sample(Family.counter("a", "Second."), Labels.of("b", "c"), 2);
            }));
  }

  @Test
  void aCounterThatWouldBeRenamedOrTakenForAnotherIsUntyped() {
    SampleSet samples = new SampleSet(_ -> true, 10);
    samples.sample(Family.counter("a_total", "H."), 1);
    samples.sample(Family.gauge("a", "H."), 2);
    samples.sample(Family.info("a_info", "H."), 1);
    samples.sample(Family.counter("b_total", "H."), 3);
    samples.sample(Family.counter("runs", "H."), 4);
    assertEquals(
        List.of(
            "a GaugeSnapshot",
            "a_info UnknownSnapshot",
            "a_total UnknownSnapshot",
            "b CounterSnapshot",
            "runs UnknownSnapshot"),
        samples.snapshots().stream()
            .map(each -> each.getMetadata().getName() + ' ' + each.getClass().getSimpleName())
            .sorted()
            .toList());
  }

  @Test
  void histogramsAreCountedAsSeriesAreAndHaveTheBucketsAskedFor() {
    SampleSet samples = new SampleSet(_ -> true, 2, new Buckets(true, false));
    for (String disk : List.of("sda", "sda", "sdb", "sdc")) {
      samples.histogram(TOOK, Labels.of("device", disk), SampleSetTest::one);
    }
    assertEquals(Map.of("disk_cores", 2L), samples.dropped());
    HistogramSnapshot snapshot = (HistogramSnapshot) samples.snapshots().get(0);
    HistogramDataPointSnapshot sda = snapshot.getDataPoints().getFirst();
    assertEquals(2, sda.getNativeSchema());
    assertEquals(1, sda.getNativeBucketsForPositiveValues().size());
    assertEquals(4, sda.getNativeBucketsForPositiveValues().getBucketIndex(0));
    assertFalse(sda.hasClassicHistogramData());
  }

  private static Distribution one() {
    Distribution took = Distribution.ofCores();
    took.add(2);
    return took;
  }

  /// Whoever writes a file for `textfile` may give a family nearly any name.
  @Test
  void everyNameAndTypeCanBeShownInEveryFormat() throws IOException {
    List<String> formats =
        List.of(
            "text/plain",
            "application/openmetrics-text;version=1.0.0",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited");
    List<String> names =
        List.of("h_bucket", "h_count", "h_created", "h_info", "h_total", "_total", "_info", "a:b");
    for (String format : formats) {
      for (String name : names) {
        for (Family.Type type : EnumSet.complementOf(EnumSet.of(Family.Type.HISTOGRAM))) {
          Family family = new Family(name, type, "H.", List.of());
          Exposition.Page page =
              new Exposition(10, new DroppedSeries())
                  .page(format, Set.of(), sink -> sink.sample(family, Labels.of("le", "1"), 1));
          String text = page.body().toString(StandardCharsets.ISO_8859_1);
          assertTrue(text.contains(name), () -> format + ' ' + family);
        }
      }
    }
  }

  private static String page(Consumer<Sink> source) throws IOException {
    return new Exposition(10, new DroppedSeries())
        .page(null, Set.of(), source)
        .body()
        .toString(StandardCharsets.UTF_8);
  }

  @Test
  void escapesWhatWouldEndALabel() throws IOException {
    Exposition exposition = new Exposition(10, new DroppedSeries());
    Exposition.Page page =
        exposition.page(
            null,
            Set.of(),
            sink -> sink.sample(DISK, Labels.of("device", "a\"b\\c\nd\u001b[0m\uDCFF"), 1));
    assertEquals(
        """
        # HELP disk_reads_total Reads.
        # TYPE disk_reads_total counter
        disk_reads_total{device="a\\"b\\\\c\\nd\u001b[0m\\\\xff"} 1.0
        """,
        page.body().toString(StandardCharsets.UTF_8));
  }
}
