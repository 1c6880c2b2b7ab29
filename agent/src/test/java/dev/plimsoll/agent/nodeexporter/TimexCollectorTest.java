package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The clock of this machine, beside the real node_exporter.
class TimexCollectorTest {

  /// The error that is possible grows all the time, and the offset shrinks.
  private static final List<String> MOVING =
      List.of("maxerror_seconds", "offset_seconds", "estimated_error_seconds", "frequency");

  @Test
  void saysWhatNodeExporterSays() throws Exception {
    Map<String, Double> theirs;
    List<String> flags = List.of("--collector.disable-defaults", "--collector.timex");
    try (RealNodeExporter exporter = new RealNodeExporter(flags)) {
      theirs = still(parse(exporter.scrape()));
    }
    assertEquals(theirs, still(ours()));
  }

  private static Map<String, Double> ours() {
    EnumSet<Source> others = EnumSet.complementOf(EnumSet.of(Source.TIMEX));
    Map<String, Double> values = new TreeMap<>();
    try (NodeReader reader =
        new NodeReader(new Roots("/proc", "/sys", "/"), CapturedNode.CLOCK, others)) {
      NodeSnapshot node = reader.read();
      new TimexCollector().write(node, (family, _, value) -> values.put(family.name(), value));
    }
    return values;
  }

  private static Map<String, Double> parse(String page) {
    Map<String, Double> values = new TreeMap<>();
    for (String line : page.lines().filter(each -> each.startsWith("node_timex_")).toList()) {
      int space = line.indexOf(' ');
      values.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
    }
    return values;
  }

  /// Of what moves only that it is there.
  private static Map<String, Double> still(Map<String, Double> values) {
    values.replaceAll((name, value) -> MOVING.stream().anyMatch(name::contains) ? 0 : value);
    return values;
  }
}
