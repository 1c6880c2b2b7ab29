package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which collectors there are, what they may show, and what is said of them.
class NodeCollectorsTest {
  private static final Set<String> NOTHING_IS_AN_ANSWER =
      Set.of("btrfs", "edac", "selinux", "textfile", "thermal_zone", "xfs");

  private final NodeCollectors all = UsualCollectors.at(CapturedNode.CLOCK);

  @Test
  void eachHasANameOfItsOwnAndTheyAreInOrder() {
    List<String> names = names(all);
    assertEquals(new ArrayList<>(new TreeSet<>(names)), names);
  }

  private static List<String> names(NodeCollectors collectors) {
    return collectors.list().stream().map(each -> each.source().label()).toList();
  }

  @Test
  void noTwoFamiliesHaveTheSameName() {
    Set<String> seen = new HashSet<>();
    for (Family family : all.families()) assertTrue(seen.add(family.name()), family::name);
  }

  /// What is not listed beforehand has the beginning that its collector said it would have.
  @Test
  void showsOnlyFamiliesThatItLists() {
    for (String name : CapturedNode.NAMES) {
      NodeSnapshot node = CapturedNode.read(name);
      for (NodeCollector collector : all.list()) {
        collector.write(
            node,
            (family, labels, _) -> {
              boolean listed = collector.families().contains(family);
              boolean derived = collector.derived().stream().anyMatch(family.name()::startsWith);
              assertTrue(listed || derived, () -> collector.source() + " " + family);
              assertTrue(family.labels().containsAll(names(labels)), () -> family + " " + labels);
              boolean may = family.name().endsWith("_info"); // It says what there is to say.
              assertTrue(may || names(labels).containsAll(family.labels()), () -> "" + labels);
            });
      }
    }
  }

  private static Set<String> names(Labels labels) {
    Set<String> names = new HashSet<>();
    for (Label label : labels) names.add(label.getName());
    return names;
  }

  @Test
  void collectAndExcludeChooseByName() throws UnknownCollectorException {
    assertEquals(
        List.of("loadavg", "stat"), names(all.chosen(Set.of("stat", "loadavg"), Set.of())));
    List<String> others = names(all.chosen(Set.of(), Set.of("stat")));
    assertEquals(names(all).size() - 1, others.size());
    assertFalse(others.contains("stat"));
  }

  @Test
  void aCollectorThatIsSwitchedOffCannotBeAskedFor() {
    NodeCollectors rest = all.without(EnumSet.of(Source.STAT));
    assertFalse(names(rest).contains("stat"));
    UnknownCollectorException unknown =
        assertThrows(UnknownCollectorException.class, () -> rest.chosen(Set.of("stat"), Set.of()));
    assertEquals("no such collector, or switched off: stat", unknown.getMessage());
  }

  /// On an empty tree there is nothing to tell but the time and that SELinux is not in use. No
  /// collector has succeeded but those that, as in node_exporter, take nothing for an answer.
  @Test
  void anEmptyTreeTellsNothing(@TempDir Path empty) {
    Roots roots = new Roots(empty + "/proc", empty + "/sys", empty + "/root");
    Map<String, Double> values = new HashMap<>();
    try (NodeReader reader =
        new NodeReader(
            roots,
            CapturedNode.CLOCK,
            Set.of(),
            _ -> {
              throw new AssertionError("an empty tree has no mounts");
            })) {
      NodeSnapshot node = reader.read();
      all.write(node, (family, labels, value) -> values.put(family.name() + labels, value));
    }
    values.keySet().removeIf(name -> name.startsWith("node_time_"));
    values.keySet().removeIf(name -> name.startsWith("node_scrape_collector_duration_seconds"));
    Map<String, Double> failed = new HashMap<>();
    for (String name : names(all)) {
      double success = NOTHING_IS_AN_ANSWER.contains(name) ? 1 : 0;
      failed.put("node_scrape_collector_success{collector=\"" + name + "\"}", success);
    }
    failed.put("node_selinux_enabled{}", 0.0);
    failed.put("node_textfile_scrape_error{}", 0.0);
    assertEquals(failed, values);
  }
}
