package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is shown of processors, network, disks, sensors, power and firmware, whole, and beside the
/// real node_exporter, which reads the same tree.
class DeviceCollectorsTest {
  private static final Set<String> ALL =
      Set.of(
          "bonding",
          "btrfs",
          "cpu",
          "cpufreq",
          "diskstats",
          "dmi",
          "edac",
          "fibrechannel",
          "hwmon",
          "infiniband",
          "netclass",
          "nvme",
          "powersupplyclass",
          "rapl",
          "thermal_zone",
          "watchdog");

  private final BuiltNode node = BuiltNode.named("devices");

  @Test
  void showsWhatItShowed() throws Exception {
    String text = node.page(ALL);
    Path golden = Path.of("src/test/resources/golden/devices.node.prom");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
  }

  @Test
  void namesLabelsValuesAndTypesAreThoseOfNodeExporter() throws Exception {
    assertEquals(series(node.nodeExporterPage(ALL)), series(node.page(ALL)));
  }

  /// Without cpufreq, node_exporter would take frequencies from `/proc/cpuinfo`.
  @Test
  void whatProcessorsAreIsShownWhenItIsAskedFor() throws Exception {
    Set<String> cpu = Set.of("cpu", "cpufreq");
    Map<String, String> ours = series(node.page(cpu, Map.of("collector.cpu.info", "true")));
    assertEquals(series(node.nodeExporterPage(cpu, "--collector.cpu.info")), ours);
    assertTrue(ours.containsKey("# TYPE node_cpu_info"));
  }

  /// Node_exporter shows which processors are online from version 1.10 on.
  private static Map<String, String> series(String page) {
    return PageSeries.of(page, line -> !line.contains("node_cpu_online"));
  }
}
