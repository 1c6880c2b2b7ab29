package dev.plimsoll.agent.cli.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.cli.table.Table;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.ReadTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of a tree that changes between two readings.
class ContainerRowsTest {
  private static final String POD = "8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d";
  private static final String FIRST = "kubepods/burstable/pod" + POD + "/" + "a".repeat(64);
  private static final String SECOND = "kubepods/burstable/pod" + POD + "/" + "b".repeat(64);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path root;
  private FakeGroups groups;

  @BeforeEach
  void twoContainers() throws IOException {
    groups = new FakeGroups(root);
    groups.container(FIRST, 1_000_000, 10, 0);
    groups.container(SECOND, 2_000_000, 10, 2);
  }

  private static CgroupTree read(NodeReader reader) {
    return reader.readFast().cgroups().section().present().orElseThrow();
  }

  private List<ContainerRow> rows() throws IOException {
    try (NodeReader reader =
        new NodeReader(
            groups.roots(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            EnumSet.complementOf(EnumSet.of(Source.CGROUPS)))) {
      CgroupTree before = read(reader);
      groups.container(FIRST, 1_800_000, 30, 15);
      return new ContainerRows(PodIndex.standAlone())
          .between(before, read(reader), 2, NOW).stream()
              .sorted(ContainerOrder.CPU.comparator())
              .toList();
    }
  }

  @Test
  void tellsWhatHappenedBetweenTheReadings() throws IOException {
    List<ContainerRow> rows = rows();
    assertEquals("a".repeat(64), rows.getFirst().id());
    assertEquals(OptionalDouble.of(0.4), rows.getFirst().cores());
    assertEquals(OptionalDouble.of(0.75), rows.getFirst().throttled());
    assertEquals(OptionalDouble.of(0), rows.getLast().cores());
    assertEquals(OptionalDouble.of(0), rows.getLast().throttled());
  }

  @Test
  void showsThemIn80Columns() throws IOException {
    List<String> lines =
        new Table<>(new ContainerColumns().text(OptionalInt.of(80)))
            .lines(rows(), OptionalInt.of(80));
    assertEquals(
        "POD                   CONTAINER      CPU %THR   MEM %LIM     %PSI PIDS RST  AGE",
        lines.getFirst());
    assertEquals(
        "8f0d4a1c-5b1e-4f7e-9+ aaaaaaaaaaaa  0.40   75   24M   38 12/12/12    7   -",
        lines.get(1).replaceFirst(" +[0-9]+[smhd]$", ""));
  }

  @Test
  void aContainerWithoutAnEarlierReadingHasNoRateYet() throws IOException {
    try (NodeReader reader =
        new NodeReader(
            groups.roots(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            EnumSet.complementOf(EnumSet.of(Source.CGROUPS)))) {
      CgroupTree now = read(reader);
      CgroupTree none =
          new CgroupTree(
              now.layout(),
              List.of(),
              new ReadTimes(),
              List.of(),
              new ReadTimes(),
              List.of(),
              List.of(),
              List.of(),
              now.turnover(),
              List.of(),
              0,
              false);
      ContainerRow row =
          new ContainerRows(PodIndex.standAlone()).between(none, now, 1, NOW).getFirst();
      assertEquals(OptionalDouble.empty(), row.cores());
      assertEquals(1, row.oomKills().orElseThrow());
    }
  }
}
