package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is shown of RAID, XFS, ZFS, NFS, IPVS, SELinux and NUMA memory, whole, and beside the real
/// node_exporter, which reads the same tree.
class SubsystemCollectorsTest {
  private static final Set<String> ALL =
      Set.of("ipvs", "mdadm", "meminfo_numa", "nfs", "nfsd", "selinux", "xfs", "zfs");

  @Test
  void showsWhatItShowed() throws Exception {
    String text = SubsystemNode.page(ALL);
    Path golden = Path.of("src/test/resources/golden/subsystems.node.prom");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
  }

  /// It looks for SELinux on the machine that it runs on, not in the tree. A server of SCTP it
  /// shows as one of the service in the table before it.
  @Test
  void namesLabelsValuesAndTypesAreThoseOfNodeExporter() throws Exception {
    Set<String> compared = new TreeSet<>(ALL);
    compared.remove("selinux");
    assertEquals(series(nodeExporter(compared)), series(SubsystemNode.page(compared)));
  }

  private static String nodeExporter(Set<String> collectors) throws Exception {
    List<String> flags = new ArrayList<>();
    flags.add("--path.procfs=" + SubsystemNode.TREE + "/proc");
    flags.add("--path.sysfs=" + SubsystemNode.TREE + "/sys");
    flags.add("--collector.disable-defaults");
    collectors.forEach(name -> flags.add("--collector." + name));
    try (RealNodeExporter exporter = new RealNodeExporter(flags)) {
      return exporter.scrape();
    }
  }

  /// Every series with its value, and every family with its type.
  private static Map<String, String> series(String page) {
    Map<String, String> series = new TreeMap<>();
    for (String line : page.lines().toList()) {
      boolean type = line.startsWith("# TYPE ");
      int space = line.lastIndexOf(' ');
      if (line.startsWith("#") && !type) continue;
      if (line.contains("node_exporter_build_info")) continue;
      if (line.contains("node_scrape_collector_duration_seconds")) continue;
      if (line.contains("10.10.241.32")) continue;
      String value = line.substring(space + 1);
      series.put(line.substring(0, space), type ? value : number(value));
    }
    return series;
  }

  private static String number(String value) {
    return Double.toString(Double.parseDouble(value));
  }
}
