package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.Demand;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.textfile.TextMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown of files that others write, also beside the real node_exporter.
class TextFileCollectorTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
  }

  private String page() throws Exception {
    NodeCollectors textfile =
        UsualCollectors.at(Clock.systemUTC()).chosen(Set.of("textfile"), Set.of());
    NodeSnapshot node = read();
    return new Exposition(10_000, new DroppedSeries())
        .page(null, Set.of(), sink -> textfile.write(node, sink))
        .body()
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.contains("node_scrape_collector_"))
        .reduce("", (one, next) -> one + next + '\n')
        .replace(folder.toString(), "DIR");
  }

  /// Read until the directory has answered: this machine may be busy.
  private NodeSnapshot read() {
    Roots roots = new Roots(folder + "/proc", folder + "/sys", folder + "/root");
    EnumSet<Source> others = EnumSet.complementOf(EnumSet.of(Source.TEXTFILE));
    try (NodeReader reader =
        new NodeReader(
            roots,
            CapturedNode.CLOCK,
            others,
            _ -> {
              throw new AssertionError("there are no mounts");
            },
            new Demand(() -> false, _ -> false, List.of(folder.toString())))) {
      NodeSnapshot node = reader.read();
      while (node.counters().subsystems().textFiles().section()
          instanceof Section.Failed<TextMetrics>) {
        node = node.with(reader.readCounters());
      }
      return node;
    }
  }

  @Test
  void showsWhatIsWrittenWithWhatItNeedsToBeHarmless() throws Exception {
    write("a.prom", "# HELP job_ok Line \\\\ one\\nand \u001b[2J two.\n# TYPE job_ok gauge\n");
    Files.writeString(
        folder.resolve("a.prom"), "job_ok{job=\"a\\\"b\\\\c\\nd\"} 1\n", StandardOpenOption.APPEND);
    write("b.prom", "# TYPE runs counter\nruns 7\n# TYPE jobs_total counter\njobs_total 8\n");
    Files.setLastModifiedTime(
        folder.resolve("a.prom"), FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
    assertEquals(
        """
        # HELP job_ok Line \\\\ one\\nand \u001b[2J two.
        # TYPE job_ok gauge
        job_ok{job="a\\"b\\\\c\\nd"} 1.0
        # HELP jobs_total Read from DIR/b.prom.
        # TYPE jobs_total counter
        jobs_total 8.0
        # HELP node_textfile_mtime_seconds When a file was written, in seconds since 1970 (--collector.textfile.directory).
        # TYPE node_textfile_mtime_seconds gauge
        node_textfile_mtime_seconds{file="DIR/a.prom"} 1.7E9
        node_textfile_mtime_seconds{file="DIR/b.prom"} 1.7E9
        # HELP node_textfile_scrape_error 1 where something in the files could not be shown, 0 else (own count).
        # TYPE node_textfile_scrape_error gauge
        node_textfile_scrape_error 0.0
        # HELP runs Read from DIR/b.prom.
        # TYPE runs counter
        runs 7.0
        """,
        page());
  }

  @Test
  void namesOfOtherCollectorsAreLeftOut() throws Exception {
    write(
        "a.prom",
        """
        node_load1 3
        node_memory_MemFree_bytes 3
        node_mine 1
        # TYPE node_vmstat summary
        node_vmstat_count 3
        """);
    List<String> series = series(page());
    assertEquals(
        List.of(
            "node_mine 1.0",
            "node_textfile_mtime_seconds{file=\"DIR/a.prom\"} 1.7E9",
            "node_textfile_scrape_error 1.0"),
        series);
  }

  @Test
  void showsTheSeriesThatNodeExporterShows() throws Exception {
    write(
        "a.prom",
        """
        # TYPE h histogram
        h_bucket{le="0.1"} 1
        h_bucket{le="+Inf"} 3
        h_sum 2.5
        h_count 3
        # TYPE s summary
        s{quantile="0.5"} 1
        s_sum 9
        s_count 4
        # TYPE runs counter
        runs 7
        some_info{version="1"} 1
        """);
    write("b.prom", "half 1");
    List<String> flags =
        List.of(
            "--collector.disable-defaults",
            "--collector.textfile",
            "--collector.textfile.directory=" + folder);
    try (RealNodeExporter exporter = new RealNodeExporter(flags)) {
      String theirs = exporter.scrape().replace(folder.toString(), "DIR");
      assertEquals(series(theirs), series(page()));
    }
  }

  private static List<String> series(String page) {
    return page.lines()
        .filter(line -> !line.startsWith("#"))
        .filter(line -> !line.contains("node_scrape_collector_"))
        .filter(line -> !line.startsWith("node_exporter_build_info"))
        .map(
            line -> {
              int space = line.lastIndexOf(' ');
              double value = Double.parseDouble(line.substring(space + 1));
              return line.substring(0, space + 1) + value;
            })
        .sorted()
        .toList();
  }
}
