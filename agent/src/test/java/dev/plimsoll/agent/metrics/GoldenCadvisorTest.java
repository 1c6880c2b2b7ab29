package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics.Costly;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole of `/metrics/cadvisor` for each captured node.
class GoldenCadvisorTest {
  /// What the captured trees have no files for.
  private static final Set<String> NOT_CAPTURED =
      Set.of(
          "container_blkio_device_usage_total",
          "container_hugetlb_failcnt",
          "container_hugetlb_max_usage_bytes",
          "container_hugetlb_usage_bytes",
          "container_sockets",
          "container_ulimits_soft",
          "machine_cpu_physical_cores",
          "machine_cpu_sockets");

  static List<String> nodes() {
    return CapturedNode.NAMES;
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void showsWhatItShowed(String name) throws IOException {
    DroppedSeries dropped = new DroppedSeries();
    PodView view = new PodView(CapturedNode.read(name), PodIndex.standAlone());
    Exposition.Page page =
        new Exposition(10_000, dropped)
            .page(
                null,
                Set.of(),
                sink ->
                    CadvisorMetrics.write(view, EnumSet.allOf(Costly.class), withoutTimes(sink)));
    String text = CanonicalPage.of(page.body().toString(StandardCharsets.UTF_8));
    Path golden = Path.of("src/test/resources/golden", name + ".cadvisor.prom");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
    assertEquals(Map.of(), dropped.byFamily());
  }

  /// A container began when its directory was made, of which a checkout knows nothing.
  private static Sink withoutTimes(Sink sink) {
    return (family, labels, value) -> {
      boolean began = family.name().equals("container_start_time_seconds");
      sink.sample(family, labels, began ? 0 : value);
    };
  }

  @Test
  void leavesOutWhatHasManySeries() {
    NodeSnapshot node = CapturedNode.read("v2");
    Set<String> names = new TreeSet<>();
    PodView view = new PodView(node, PodIndex.standAlone());
    CadvisorMetrics.write(
        view, Set.of(Costly.TASKS_STATE), (family, _, _) -> names.add(family.name()));
    assertEquals(true, names.contains("container_tasks_state"));
    assertEquals(false, names.contains("container_memory_failures_total"));
  }

  @Test
  void doesNotTellOfFilesThatItCannotCount(@TempDir Path folder) throws IOException {
    Path process = Files.createDirectories(folder.resolve("proc/2131"));
    Path captured = Path.of("../collectors/src/test/resources/fixtures/containers/proc/2131");
    Files.copy(captured.resolve("stat"), process.resolve("stat"));
    Files.writeString(process.resolve("cgroup"), "0::/\n");
    Map<String, Double> root = new HashMap<>();
    Roots roots = new Roots(folder + "/proc", folder + "/sys", folder + "/root");
    try (NodeReader reader = new NodeReader(roots, CapturedNode.CLOCK, Set.of())) {
      NodeSnapshot node = CapturedNode.read("v2").with(reader.readProcesses());
      CadvisorMetrics.write(
          new PodView(node, PodIndex.standAlone()),
          Set.of(),
          (family, labels, value) -> {
            if ("/".equals(labels.get("id"))) root.put(family.name(), value);
          });
    }
    assertEquals(1, root.get("container_processes"));
    assertFalse(root.containsKey("container_file_descriptors"));
  }

  @Test
  void emitsWhatItsListOfFamiliesHas() {
    Set<String> listed = new TreeSet<>();
    for (Family family : CadvisorMetrics.FAMILIES) listed.add(family.name());
    Set<String> emitted = new TreeSet<>();
    for (String name : CapturedNode.NAMES) {
      PodView view = new PodView(CapturedNode.read(name), PodIndex.standAlone());
      CadvisorMetrics.write(
          view, EnumSet.allOf(Costly.class), (family, _, _) -> emitted.add(family.name()));
    }
    Set<String> silent = new TreeSet<>(listed);
    silent.removeAll(emitted);
    emitted.removeAll(listed);
    assertEquals(Set.of(), emitted);
    assertEquals(NOT_CAPTURED, silent);
  }
}
