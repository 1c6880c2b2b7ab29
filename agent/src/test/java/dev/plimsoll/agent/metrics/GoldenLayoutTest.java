package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What both pages show of the control groups of each runtime and distribution.
class GoldenLayoutTest {
  @TempDir private Path root;

  static List<String> layouts() throws IOException {
    return Layout.names();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void showsWhatItShowed(String name) throws IOException {
    Layout.make(name, root);
    Roots roots = new Roots(root + "/proc", root + "/sys", root + "/root");
    try (NodeReader reader = new NodeReader(roots, CapturedNode.CLOCK, Set.of())) {
      NodeSnapshot node = CapturedNode.answered(reader);
      PodView view = new PodView(node, PodIndex.standAlone());
      String text =
          "# /metrics\n"
              + page(sink -> CapturedNode.write(node, sink))
              + "# /metrics/cadvisor\n"
              + page(sink -> CadvisorMetrics.write(view, Set.of(), sink));
      Path golden = Path.of("src/test/resources/golden/layouts", name + ".prom");
      if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
      assertEquals(Files.readString(golden), text);
    }
  }

  private static String page(Consumer<Sink> writer) throws IOException {
    DroppedSeries dropped = new DroppedSeries();
    Exposition.Page page =
        new Exposition(10_000, dropped)
            .page(null, Set.of(), sink -> writer.accept(withoutTimes(sink)));
    assertEquals(Map.of(), dropped.byFamily());
    return CanonicalPage.of(page.body().toString(StandardCharsets.UTF_8));
  }

  /// A group began when its directory was made, which is now.
  private static Sink withoutTimes(Sink sink) {
    return (family, labels, value) -> {
      boolean began = family.name().endsWith("container_start_time_seconds");
      sink.sample(family, labels, began ? 0 : value);
    };
  }
}
