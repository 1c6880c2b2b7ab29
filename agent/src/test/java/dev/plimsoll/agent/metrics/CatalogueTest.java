package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.PodDisks;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.pod.ProbeText;
import dev.plimsoll.agent.reading.Pace;
import dev.plimsoll.agent.reading.PassCounts;
import dev.plimsoll.agent.reading.SourceHealth.FailureClass;
import dev.plimsoll.agent.self.OwnUse;
import dev.plimsoll.agent.self.Permission;
import dev.plimsoll.agent.self.ScrapeCounts;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.SourceFailure;
import io.prometheus.metrics.model.snapshots.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The catalogue against what is really emitted for captured nodes.
class CatalogueTest {
  private static final Set<String> CONTAINER =
      Set.of("namespace", "pod", "container", "workload", "workload_kind");

  /// Families that no captured node has, and why.
  private static final Map<String, String> UNSEEN =
      Map.of(
          "plimsoll_container_(.+_(minute_peak|sampled)_.+|sockets)",
              "a captured node has no second reading, and sockets are counted where one asks for it",
          "plimsoll_node_(cpu_(cores|info|sockets|threads)|numa_nodes|virtualization_info|clock_.+)",
              "the hardware of a captured node cannot be asked, nor its clock",
          "plimsoll_pod_(reason|deletion_.*)", "no captured pod was evicted or deleted",
          "plimsoll_node_disk_(info|size_bytes)", "nor can its disks",
          "plimsoll_((container|pod|unit)_(cpu_limit_cores|hugetlb_.+)|container_cpu_(bursts?|periods|throttled)_(periods_|seconds_)?total)",
              "no captured group has a CPU limit, and no captured node huge pages",
          "plimsoll_((container|pod)_io_.+|container_(zombies|silent_oom_kills_total))",
              "no captured container has read a disk, or has a zombie, or was looked at twice",
          "plimsoll_pod_network_.+", "what is captured of groups has no list of their processes",
          "plimsoll_(container|pod)_memory_(high|swap_limit)_.+",
              "Kubernetes sets it by a feature gate only",
          "plimsoll_unit_(memory|tasks)_.*limit.*", "no captured unit has limits",
          "plimsoll_node_filesystem_error", "every file system of a captured node answers");

  /// The sets of label names with which each family was emitted.
  private static final Map<Family, Set<Set<String>>> EMITTED = emitted();

  private static Map<Family, Set<Set<String>>> emitted() {
    Map<Family, Set<Set<String>>> emitted = new HashMap<>();
    Sink sink =
        (family, labels, _) ->
            emitted
                .computeIfAbsent(family, _ -> new HashSet<>())
                .add(labels.stream().map(Label::getName).collect(Collectors.toSet()));
    for (String name : CapturedNode.NAMES) {
      NodeSnapshot node = CapturedNode.read(name);
      CapturedNode.write(node, sink);
      PodStateMetrics.write(capturedPods(), sink);
      ProbeMetrics.write(capturedPods(), capturedProbes(), sink);
      VolumeMetrics.write(capturedPods(), capturedDisks(), sink);
      PodDiskMetrics.write(capturedPods(), capturedDisks(), sink);
      KubeletDiskMetrics.write(capturedDisks(), sink);
      SelfMetrics.write(self(node), sink);
    }
    return emitted;
  }

  private static SelfView self(NodeSnapshot node) {
    OptionalLong some = OptionalLong.of(1);
    ScrapeCounts scrapes = new ScrapeCounts("/metrics");
    scrapes.begin();
    scrapes.end(200, 1, 1);
    return new SelfView(
        "0",
        CapturedNode.NOW,
        CapturedNode.NOW,
        Optional.of(node),
        Optional.of(
            new OwnUse(
                some,
                some,
                some,
                new OwnUse.Descriptors(some, some),
                new OwnUse.AddressSpace(some, Optional.of(new Limit.Of(1))),
                new OwnUse.GroupMemory(some, some, some),
                new OwnUse.Heap(1, 1, 1),
                1)),
        Map.of(new FailureClass(Source.STAT, SourceFailure.Kind.IO), 1L),
        Map.of(Pace.FAST, new PassCounts()),
        Map.of("plimsoll_node_load1", 1L),
        pods(),
        List.of(new Permission("CAP_SYS_PTRACE", true, "much")),
        List.of(scrapes));
  }

  private static PodTable capturedPods() {
    try {
      return PodTable.of(Captured.pods("1.36/pods").pods());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ProbeResults capturedProbes() {
    ProbeResults results = ProbeResults.none();
    for (String name : List.of("1.36/probes-before.txt", "1.36/probes.txt")) {
      try (InputStream in = Files.newInputStream(Captured.file(name))) {
        ProbeText text = ProbeText.read(in);
        results = results.then(text.start(), text.counts(), CapturedNode.NOW).with(text.times());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return results;
  }

  private static PodDisks capturedDisks() {
    try (InputStream in = Files.newInputStream(Captured.file("1.36/stats.json"))) {
      return PodDisks.read(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static PodsReport pods() {
    SourceReport kubelet =
        new SourceReport(
            "kubelet", "", "", 2, 1000, Map.of("timeout", 1L), Optional.of(CapturedNode.NOW));
    return new PodsReport(
        PodTable.empty(), "kubelet", Optional.of(CapturedNode.NOW), List.of(kubelet));
  }

  @Test
  void everythingEmittedIsInTheCatalogue() {
    Set<Family> emitted = new HashSet<>(EMITTED.keySet());
    emitted.removeAll(Set.copyOf(Catalogue.families()));
    assertEquals(Set.of(), emitted);
  }

  @Test
  void everySeriesHasItsFamilysLabels() {
    EMITTED.forEach(
        (family, seen) -> {
          Set<Set<String>> allowed = allowed(family);
          assertTrue(allowed.containsAll(seen), () -> family.name() + " " + seen);
        });
  }

  /// What belongs to no container carries a unit instead.
  private static Set<Set<String>> allowed(Family family) {
    Set<String> names = Set.copyOf(family.labels());
    if (!names.contains("unit") || !names.containsAll(CONTAINER)) return Set.of(names);
    return Set.of(without(names, Set.of("unit")), without(names, CONTAINER));
  }

  private static Set<String> without(Set<String> names, Set<String> fewer) {
    Set<String> left = new HashSet<>(names);
    left.removeAll(fewer);
    return left;
  }

  @Test
  void everythingInTheCatalogueIsEmittedOrElseListed() {
    Set<String> missing = new TreeSet<>();
    for (Family family : Catalogue.families()) {
      boolean listed = UNSEEN.keySet().stream().anyMatch(family.name()::matches);
      if (EMITTED.containsKey(family) == listed) missing.add(family.name());
    }
    assertEquals(Set.of(), missing, "neither emitted nor listed, or both");
  }

  @Test
  void namesAndHelpFollowTheRules() {
    Set<String> names = new HashSet<>();
    for (Family family : Catalogue.families()) {
      String name = family.name();
      assertTrue(names.add(name), name + " twice");
      assertTrue(name.matches("plimsoll_[a-z0-9]+(_[a-z0-9]+)*"), name);
      assertTrue(family.help().matches("[A-Z0-9].*\\.") && !family.help().contains("\n"), name);
      assertEquals(family.type() == Family.Type.COUNTER, name.endsWith("_total"), name);
      assertEquals(family.type() == Family.Type.INFO, name.endsWith("_info"), name);
      for (String label : family.labels()) assertTrue(label.matches("[a-z]+(_[a-z]+)*"), label);
    }
  }
}
