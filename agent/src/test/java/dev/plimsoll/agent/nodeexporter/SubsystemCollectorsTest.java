package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

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

  private static Map<String, String> series(String page) {
    return PageSeries.of(page, line -> !line.contains("10.10.241.32"));
  }
}
