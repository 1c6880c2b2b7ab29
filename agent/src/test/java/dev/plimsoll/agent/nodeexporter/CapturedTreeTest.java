package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.metrics.CapturedNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The captured nodes beside the real node_exporter, which reads the same trees: every series of it
/// with its value to the last digit, which proves too that nothing comes from this machine.
class CapturedTreeTest {
  /// Those that read nothing but files below the roots, and only such as the trees have.
  private static final Set<String> COLLECTORS =
      Set.of(
          "arp",
          "conntrack",
          "diskstats",
          "entropy",
          "filefd",
          "loadavg",
          "meminfo",
          "netdev",
          "netstat",
          "os",
          "pressure",
          "schedstat",
          "sockstat",
          "softnet",
          "stat",
          "time",
          "udp_queues",
          "vmstat");

  static List<String> nodes() {
    return CapturedNode.NAMES;
  }

  /// The time differs; what disks are, it tells only where all thirty files of a queue are; and
  /// where the kernel does not account for interrupts node_exporter calls all of `pressure` no
  /// success.
  @ParameterizedTest
  @MethodSource("nodes")
  void saysWhatNodeExporterSays(String name, @TempDir Path folder) throws Exception {
    BuiltNode node = new BuiltNode(withNetwork(BuiltNode.named(name).tree(), folder));
    Map<String, String> real =
        PageSeries.of(node.nodeExporterPage(COLLECTORS), CapturedTreeTest::compared);
    Map<String, String> ours = PageSeries.of(node.page(COLLECTORS), CapturedTreeTest::compared);
    ours.keySet().retainAll(real.keySet());
    assertEquals(real, ours);
  }

  private static boolean compared(String line) {
    return !line.startsWith("node_time_seconds ")
        && !line.startsWith("node_disk_info{")
        && !line.startsWith("node_scrape_collector_success{collector=\"pressure\"}");
  }

  /// A copy in which `/proc/net` is the network of process 1, where node_exporter looks for it.
  private static Path withNetwork(Path tree, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(tree.relativize(file).toString());
        if (!Files.isDirectory(file)) Files.copy(file, copy);
        else if (!copy.equals(folder)) Files.createDirectory(copy);
      }
    }
    Files.createSymbolicLink(folder.resolve("proc/net"), Path.of("1/net"));
    return folder;
  }
}
