package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/// The whole of `/metrics` for each captured node, but for what the agent tells of itself. When it
/// changes as it should, `-Dgolden.update=true` writes it anew, and its difference is reviewed.
class GoldenMetricsTest {
  static List<String> nodes() {
    return CapturedNode.NAMES;
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void showsWhatItShowed(String name) throws IOException {
    DroppedSeries dropped = new DroppedSeries();
    NodeSnapshot node = CapturedNode.read(name);
    Exposition.Page page =
        new Exposition(10_000, dropped)
            .page(null, Set.of(), sink -> CapturedNode.write(node, withoutTimes(sink)));
    String text = CanonicalPage.of(page.body().toString(StandardCharsets.UTF_8));
    Path golden = Path.of("src/test/resources/golden", name + ".prom");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
    assertEquals(Map.of(), dropped.byFamily());
  }

  /// A container began when its directory was made, of which a checkout knows nothing.
  private static Sink withoutTimes(Sink sink) {
    return (family, labels, value) -> {
      boolean began = family.name().equals("plimsoll_container_start_time_seconds");
      sink.sample(family, labels, began ? 0 : value);
    };
  }
}
