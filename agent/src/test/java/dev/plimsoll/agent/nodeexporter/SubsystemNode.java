package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/// A node with the subsystems that few nodes have, from a tree of files that was built for tests.
final class SubsystemNode {
  static final Path TREE = Path.of("../collectors/src/test/resources/fixtures/subsystems");

  private SubsystemNode() {}

  static NodeSnapshot read() {
    Roots roots = new Roots(TREE + "/proc", TREE + "/sys", TREE + "/root");
    try (NodeReader reader =
        new NodeReader(
            roots,
            CapturedNode.CLOCK,
            Set.of(),
            _ -> {
              throw new AssertionError("the tree has no mounts");
            })) {
      return reader.read();
    }
  }

  /// What the collectors of those names show of it, but for how long reading took.
  static String page(Set<String> collectors) throws IOException, UnknownCollectorException {
    NodeCollectors chosen = UsualCollectors.at(CapturedNode.CLOCK).chosen(collectors, Set.of());
    NodeSnapshot node = read();
    return new Exposition(10_000, new DroppedSeries())
        .page(
            null,
            Set.of(),
            sink ->
                chosen.write(
                    node,
                    (family, labels, value) -> {
                      if (!family.name().equals("node_scrape_collector_duration_seconds")) {
                        sink.sample(family, labels, value);
                      }
                    }))
        .body()
        .toString(StandardCharsets.UTF_8);
  }
}
