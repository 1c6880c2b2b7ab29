package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.metrics.CanonicalPage;
import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.NodeSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole of `/metrics/node` for each captured node, but for how long reading took. When it
/// changes as it should, `-Dgolden.update=true` writes it anew, and its difference is reviewed.
class GoldenNodePageTest {
  static List<String> nodes() {
    return CapturedNode.NAMES;
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void showsWhatItShowed(String name) throws IOException {
    NodeSnapshot node = CapturedNode.read(name);
    DroppedSeries dropped = new DroppedSeries();
    Exposition.Page page =
        new Exposition(10_000, dropped)
            .page(
                null,
                Set.of(),
                sink -> UsualCollectors.at(CapturedNode.CLOCK).write(node, withoutTimes(sink)));
    String text = CanonicalPage.of(page.body().toString(StandardCharsets.UTF_8));
    Path golden = Path.of("src/test/resources/golden", name + ".node.prom");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
    assertEquals(Map.of(), dropped.byFamily());
  }

  private static Sink withoutTimes(Sink sink) {
    return (family, labels, value) -> {
      boolean took = family.name().equals("node_scrape_collector_duration_seconds");
      sink.sample(family, labels, took ? 0 : value);
    };
  }
}
