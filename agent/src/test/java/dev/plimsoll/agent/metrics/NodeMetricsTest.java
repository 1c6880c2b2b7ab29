package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.CpuTicks;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The node's metrics over a captured node.
class NodeMetricsTest {
  private static final String NODE = "../collectors/src/test/resources/fixtures/v1-hybrid";

  private record Sample(Family family, Labels labels, double value) {}

  private final List<Sample> samples = new ArrayList<>();

  @Test
  void everyFamilyHasSamplesWithItsLabels() {
    write(Set.of());
    List<Family> families = new ArrayList<>(NodeMetrics.FAMILIES);
    // A captured node has no clock to ask.
    families.removeAll(ClockMetrics.FAMILIES);
    for (Family family : families) assertTrue(labelsMatch(family), family.name());
    assertTrue(samples.stream().allMatch(sample -> NodeMetrics.FAMILIES.contains(sample.family)));
  }

  private boolean labelsMatch(Family family) {
    return samples.stream()
        .filter(sample -> sample.family.equals(family))
        .map(sample -> sample.labels.stream().map(label -> label.getName()).sorted().toList())
        .distinct()
        .toList()
        .equals(List.of(family.labels().stream().sorted().toList()));
  }

  @Test
  void theModesOfACpuAddUpToItsTime() {
    NodeSnapshot node = write(Set.of());
    CpuTicks ticks = node.fast().stat().section().present().orElseThrow().cpus().get(1).ticks();
    long sum =
        ticks.user()
            + ticks.nice()
            + ticks.system()
            + ticks.idle()
            + ticks.ioWait()
            + ticks.irq()
            + ticks.softIrq()
            + ticks.steal();
    assertEquals(sum / 100.0, sum("plimsoll_node_cpu_seconds_total", "cpu", "1"), 1e-6);
  }

  @Test
  void theKindsOfMemoryAddUpToTheTotal() {
    write(Set.of());
    assertEquals(
        sum("plimsoll_node_memory_total_bytes", "", ""), sum("plimsoll_node_memory_bytes", "", ""));
  }

  @Test
  void partitionsAndLoopDevicesAreLeftOut() {
    write(Set.of());
    assertEquals(
        List.of("vda"),
        named("plimsoll_node_disk_busy_seconds_total").stream()
            .map(sample -> sample.labels.get("device"))
            .toList());
  }

  @Test
  void pressureIsSecondsAndRatios() {
    write(Set.of());
    assertEquals(239.944515, sum("plimsoll_node_pressure_seconds_total", "resource", "cpu"), 1e-9);
    assertEquals(0.0804, sum("plimsoll_node_pressure_ratio", "resource", "cpu"), 1e-9);
  }

  @Test
  void whatWasNotReadHasNoSamples() {
    write(EnumSet.allOf(Source.class));
    assertEquals(List.of(), samples);
  }

  @Test
  void withoutTheLengthOfATickNoTimesAreGuessed() {
    write(EnumSet.of(Source.AUXV));
    assertEquals(List.of(), named("plimsoll_node_cpu_seconds_total"));
    assertEquals(1, named("plimsoll_node_forks_total").size());
  }

  private NodeSnapshot write(Set<Source> off) {
    Set<Source> sources = EnumSet.of(Source.PROCESSES, Source.FILESYSTEM);
    sources.addAll(off);
    Roots roots = new Roots(NODE + "/proc", NODE + "/sys", NODE + "/root");
    NodeSnapshot node = new NodeReader(roots, Clock.systemUTC(), sources).read();
    NodeMetrics.write(
        node, (family, labels, value) -> samples.add(new Sample(family, labels, value)));
    return node;
  }

  private List<Sample> named(String family) {
    return samples.stream().filter(sample -> sample.family.name().equals(family)).toList();
  }

  private double sum(String family, String label, String value) {
    return named(family).stream()
        .filter(sample -> label.isEmpty() || value.equals(sample.labels.get(label)))
        .mapToDouble(Sample::value)
        .sum();
  }
}
