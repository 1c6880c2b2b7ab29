package dev.plimsoll.agent.metrics.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.ProbeText;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the kubelet showed comes out again, line by line.
class ProberMetricsTest {
  private final DroppedSeries dropped = new DroppedSeries();

  private Exposition.Page page(String version, String accept) throws IOException {
    try (InputStream in = Files.newInputStream(Captured.file(version + "/probes.txt"))) {
      ProbeText text = ProbeText.read(in);
      return new Exposition(10_000, dropped)
          .page(accept, Set.of(), sink -> ProberMetrics.write(text.families(), sink));
    }
  }

  private static Set<String> canonical(Stream<String> lines) {
    Set<String> all = new TreeSet<>();
    lines.forEach(
        line -> {
          int value = line.lastIndexOf(' ') + 1;
          boolean comments = line.startsWith("#");
          all.add(
              comments
                  ? line
                  : line.substring(0, value) + Double.parseDouble(line.substring(value)));
        });
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.20", "1.36"})
  void showsWhatARealKubeletShowed(String version) throws IOException {
    List<String> told = Files.readAllLines(Captured.file(version + "/probes.txt"));
    String shown = page(version, "text/plain").body().toString(StandardCharsets.UTF_8);
    assertEquals(canonical(told.stream()), canonical(shown.lines()));
    assertEquals(told.size(), shown.lines().count());
    assertEquals(Map.of(), dropped.byFamily());
  }

  @Test
  void showsTheSameAsOpenMetricsAndProtobuf() throws IOException {
    Exposition.Page open = page("1.36", "application/openmetrics-text; version=1.0.0");
    String text = open.body().toString(StandardCharsets.UTF_8);
    assertTrue(open.contentType().startsWith("application/openmetrics-text"), open::contentType);
    assertTrue(text.contains("# TYPE prober_probe counter"), text);
    assertTrue(
        text.contains(
            "prober_probe_duration_seconds_bucket{container=\"c\",namespace=\"cap\",pod=\"live-fail\",probe_type=\"Liveness\",le=\"0.05\"} 45"),
        text);
    assertTrue(text.endsWith("# EOF\n"), text);
    Exposition.Page binary =
        page(
            "1.36",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited");
    assertTrue(
        binary.contentType().startsWith("application/vnd.google.protobuf"), binary::contentType);
    assertTrue(binary.body().size() > 1000, "an empty answer");
  }
}
