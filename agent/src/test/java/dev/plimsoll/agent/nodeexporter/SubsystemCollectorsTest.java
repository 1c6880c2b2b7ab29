package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is shown of RAID, XFS, ZFS, NFS, IPVS, SELinux, NUMA memory and interrupts, whole, and
/// beside the real node_exporter, which reads the same tree.
class SubsystemCollectorsTest {
  private static final Set<String> ALL =
      Set.of(
          "interrupts",
          "ipvs",
          "ksmd",
          "mdadm",
          "meminfo_numa",
          "nfs",
          "nfsd",
          "selinux",
          "softirqs",
          "xfs",
          "zfs");

  private final BuiltNode node = BuiltNode.named("subsystems");

  @Test
  void showsWhatItShowed() throws Exception {
    String text = node.page(ALL);
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
    assertEquals(series(node.nodeExporterPage(compared)), series(node.page(compared)));
  }

  /// Each setting of node_exporter changes what both show in the same way.
  @ParameterizedTest
  @CsvSource({
    "collector.interrupts.name-include,ACPI",
    "collector.interrupts.name-exclude,^LOC|;IO-APIC;",
    "collector.interrupts.include-zeros,false",
  })
  void whatPeopleSetMeansTheSame(String setting, String value) throws Exception {
    Set<String> one = Set.of("interrupts");
    boolean off = value.equals("false");
    String flag = off ? "--no-" + setting : "--" + setting + '=' + value;
    Map<String, String> ours = series(node.page(one, Map.of(setting, value)));
    assertEquals(series(node.nodeExporterPage(one, flag)), ours);
    assertNotEquals(series(node.page(one)), ours);
  }

  private static Map<String, String> series(String page) {
    return PageSeries.of(page, line -> !line.contains("10.10.241.32"));
  }
}
