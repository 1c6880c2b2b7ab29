package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The image, built by the Dockerfile as it is, on a real node by the chart: what a user does in
/// three commands, and then upgrades, takes back and deletes. On the node of the other tests, in a
/// namespace of its own.
@KubeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class InstalledChartTest {
  private static final long MOST_COMPRESSED_BYTES = 90_000_000;

  /// The grace is longer than the test waits for a pod to be gone: one that did not end by itself
  /// is noticed. The host's files are mounted: on some machines the first process, below which they
  /// are too, is out of reach for every capability.
  private static final String VALUES =
      """
      image: {pullPolicy: Never}
      terminationGracePeriodSeconds: 600
      hostRootFsMount: {enabled: true}
      """;

  @TempDir private static Path folder;
  private BuiltImage image;
  private InstalledChart chart;

  @BeforeAll
  void install(Cluster cluster) throws IOException, InterruptedException {
    image = BuiltImage.in(folder);
    cluster.node().load(image.archive());
    chart = new InstalledChart(cluster.node(), folder, VALUES);
  }

  @AfterAll
  void remove() {
    if (chart != null) chart.close();
  }

  @Test
  @Order(1)
  void theImageIsSmall() {
    System.out.println("image, compressed: " + image.compressedBytes() / 1_000_000 + " MB");
    assertTrue(image.compressedBytes() < MOST_COMPRESSED_BYTES, image::toString);
  }

  @Test
  @Order(2)
  void everyRightAndEveryPlaceIsThere() throws IOException, InterruptedException {
    String page = chart.page("/metrics");
    assertEquals("", missing(page).replaceAll(".*nodes/pods.*\n", ""));
    assertTrue(page.contains("plimsoll_node_load1 "), page);
    assertTrue(
        Pattern.compile("plimsoll_node_filesystem_size_bytes\\{.*\"/\"").matcher(page).find());
  }

  /// The rows of rights that are not granted. The kubelet's `nodes/pods` is newer than some nodes.
  private static String missing(String page) {
    StringBuilder missing = new StringBuilder();
    page.lines()
        .filter(line -> line.startsWith("plimsoll_agent_permission_granted{"))
        .filter(line -> line.endsWith(" 0") || line.endsWith(" 0.0"))
        .forEach(line -> missing.append(line).append('\n'));
    return missing.toString();
  }

  @Test
  @Order(3)
  void itKnowsItsOwnPod() throws InterruptedException {
    Await.until("named", () -> chart.page("/metrics").contains("pod=\"" + chart.pod() + "\""));
  }

  @Test
  @Order(4)
  void commandsRunBesideTheAgent() throws IOException, InterruptedException {
    String processes = chart.exec("plimsoll", "ps", "-eo", "pid,comm,args");
    assertTrue(processes.contains("kubelet") && processes.contains("plimsoll run"), processes);
    String top = chart.exec("plimsoll", "top", "-b", "-n1");
    assertTrue(top.contains("load average") && top.contains("PID"), top);
    String filesystems = chart.exec("plimsoll", "df");
    assertTrue(Pattern.compile("(?m) /$").matcher(filesystems).find(), filesystems);
  }

  @Test
  @Order(5)
  void withoutPrivilegesTheRestGoesOn() throws IOException, InterruptedException {
    String before = chart.pod();
    chart.upgrade(VALUES + "privileges: minimal\n");
    chart.awaitRollout();
    assertNotEquals(before, chart.pod());
    String page = chart.page("/metrics");
    assertTrue(missing(page).contains("CAP_SYS_PTRACE"), missing(page));
    assertTrue(page.contains("plimsoll_node_load1 "), page);
    assertTrue(page.contains("plimsoll_process_cpu_seconds_total{"), page);
    assertTrue(
        Pattern.compile("plimsoll_node_filesystem_size_bytes\\{.*\"/\"").matcher(page).find());
    assertTrue(chart.exec("plimsoll", "ps", "-eo", "pid,user,args").contains("kubelet"));
  }

  @Test
  @Order(6)
  void anUpgradeIsTakenBack() throws IOException, InterruptedException {
    chart.kubectl("rollout", "undo", InstalledChart.DAEMONSET);
    chart.awaitRollout();
    assertFalse(missing(chart.page("/metrics")).contains("CAP_SYS_PTRACE"));
  }

  @Test
  @Order(7)
  void aPodThatIsDeletedEndsByItself() throws IOException, InterruptedException {
    String before = chart.pod();
    long began = System.nanoTime();
    chart.kubectl("delete", "pod", before, "--timeout=120s");
    System.out.println("pod gone after " + (System.nanoTime() - began) / 1_000_000 + " ms");
    chart.awaitRollout();
    assertNotEquals(before, chart.pod());
  }
}
