package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A node that few people have, from a tree of files that was built for tests.
record BuiltNode(Path tree) {
  /// @param name of the tree
  static BuiltNode named(String name) {
    return new BuiltNode(Path.of("../collectors/src/test/resources/fixtures", name));
  }

  NodeSnapshot read() {
    Roots roots = new Roots(tree + "/proc", tree + "/sys", tree + "/root");
    try (NodeReader reader =
        new NodeReader(roots, CapturedNode.CLOCK, EnumSet.of(Source.FILESYSTEM))) {
      return CapturedNode.answered(reader);
    }
  }

  /// What the collectors of those names show of it, but for how long reading took.
  String page(Set<String> collectors) throws IOException, UnknownCollectorException {
    return page(collectors, Map.of());
  }

  /// @param settings values by the names of settings
  String page(Set<String> collectors, Map<String, String> settings)
      throws IOException, UnknownCollectorException {
    NodeCollectors chosen =
        UsualCollectors.at(CapturedNode.CLOCK, settings).chosen(collectors, Set.of());
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

  /// What the real node_exporter shows of it.
  String nodeExporterPage(Set<String> collectors, String... more)
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>();
    flags.add("--path.procfs=" + tree + "/proc");
    flags.add("--path.sysfs=" + tree + "/sys");
    flags.add("--path.rootfs=" + tree + "/root");
    flags.add("--path.udev.data=" + tree + "/root/run/udev/data");
    flags.add("--collector.disable-defaults");
    collectors.forEach(name -> flags.add("--collector." + name));
    flags.addAll(List.of(more));
    flags.add("--no-collector.arp.netlink");
    flags.add("--no-collector.netdev.netlink");
    try (RealNodeExporter exporter = new RealNodeExporter(flags)) {
      return exporter.scrape();
    }
  }
}
