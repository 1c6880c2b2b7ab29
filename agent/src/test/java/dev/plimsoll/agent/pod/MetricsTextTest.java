package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTextTest {
  private static final String HISTOGRAM =
      """
      # HELP d How\\nlong \\\\.
      # TYPE d histogram
      d_bucket{a="1",le="0.5"} 1
      d_bucket{a="1",le="2.5"} 2
      d_bucket{a="1",le="+Inf"} 3
      d_sum{a="1"} 4.5
      d_count{a="1"} 3
      d_bucket{a="2",le="0.5"} 7
      d_sum{a="2"} 1e3
      d_count{a="2"} 7
      """;

  private static List<ToldFamily> read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MetricsText.read(new ByteArrayInputStream(bytes), name -> !name.equals("other"));
  }

  private static Labels labels(String line) throws IOException {
    return read(line).getFirst().samples().getFirst().labels();
  }

  @Test
  void readsAHistogramByItsBuckets() throws IOException {
    ToldFamily family = read(HISTOGRAM).getFirst();
    assertEquals("How\nlong \\.", family.help());
    assertEquals("histogram", family.type());
    assertEquals(
        List.of(
            new ToldFamily.Histogram(
                Labels.of("a", "1"),
                List.of(
                    new ToldFamily.Bucket("0.5", 1),
                    new ToldFamily.Bucket("2.5", 2),
                    new ToldFamily.Bucket("+Inf", 3)),
                3,
                4.5),
            new ToldFamily.Histogram(
                Labels.of("a", "2"), List.of(new ToldFamily.Bucket("0.5", 7)), 7, 1000)),
        family.histograms());
  }

  @Test
  void keepsWhatIsWantedAlone() throws IOException {
    List<ToldFamily> families = read("other 1\n# TYPE mine counter\nmine{a=\"b\"} 2 1700000000\n");
    assertEquals(List.of("mine"), families.stream().map(ToldFamily::name).toList());
    assertEquals(
        List.of(new ToldFamily.Sample(Labels.of("a", "b"), 2)), families.getFirst().samples());
  }

  @Test
  void labelsMayHoldAnything() throws IOException {
    assertEquals(Labels.of("a", "}\" {,\\\n="), labels("x{a=\"}\\\" {,\\\\\\n=\"} 1"));
    assertEquals(Labels.EMPTY, labels("x{} 1"));
    assertEquals(Labels.of("a", "", "b", "é"), labels("x{a=\"\",b=\"é\",} 1"));
  }

  /// Each quote and each backslash is looked at once: no length and no nesting is too much.
  @ParameterizedTest
  @ValueSource(strings = {"\\\"", "\\\\", "a", "{", "\\n"})
  void aLabelMayBeAsLongAsALine(String unit) throws IOException {
    String value = unit.repeat(30_000);
    int units = labels("x{a=\"" + value + "\"} 1").getValue(0).length();
    assertEquals(30_000, units);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "x{a=\"b} 1",
        "x{a=b} 1",
        "x{a} 1",
        "x{a=\"b\"",
        "x{a=\"b\"} ",
        "x{a=\"b\"} many",
        "x{a=\"b\",a=\"c\"} 1",
        "x{__name__=\"b\"} 1",
        "x",
        "# TYPE x histogram\nx_bucket{le=\"low\"} 1",
        "# TYPE x histogram\nx_bucket{le=\"1\"} 1\nx_bucket{le=\"NaN\"} 2"
      })
  void refusesWhatIsNoPageOfMetrics(String text) {
    assertThrows(NotPodsException.class, () -> read(text));
  }

  @Test
  void leavesALineWithoutAnEnd() {
    assertThrows(NotPodsException.class, () -> read("x{a=\"" + "b".repeat(1 << 17)));
  }

  @Test
  void keepsOnlySoManySeries() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int number = 0; number < 20_000; number++) text.append("x{a=\"" + number + "\"} 1\n");
    assertEquals(16_384, read(text.toString()).getFirst().samples().size());
  }
}
