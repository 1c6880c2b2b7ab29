package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /// Each setting of node_exporter changes what both show in the same way.
  @ParameterizedTest
  @CsvSource({
    "hwmon,collector.hwmon.chip-include,coretemp",
    "hwmon,collector.hwmon.chip-exclude,coretemp",
    "powersupplyclass,collector.powersupply.ignored-supplies,^BAT",
    "netclass,collector.netclass.ignored-devices,^e",
    "netclass,collector.netclass.ignore-invalid-speed,true",
    "rapl,collector.rapl.enable-zone-label,true",
  })
  void whatPeopleSetMeansTheSame(String collector, String setting, String value) throws Exception {
    Set<String> one = Set.of(collector);
    String flag = "--" + setting + (value.equals("true") ? "" : '=' + value);
    Map<String, String> ours = series(node.page(one, Map.of(setting, value)));
    assertEquals(series(node.nodeExporterPage(one, flag)), ours);
    assertNotEquals(series(node.page(one)), ours);
  }

  /// Node_exporter shows which processors are online from version 1.10 on.
  private static Map<String, String> series(String page) {
    return PageSeries.of(page, line -> !line.contains("node_cpu_online"));
  }
}
