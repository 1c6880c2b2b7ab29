package dev.plimsoll.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeReaderTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path proc;

  @Test
  void aSourceThatIsSwitchedOffIsNotRead() {
    Roots roots = Fixture.roots("v1-hybrid");
    FastReadings node = new NodeReader(roots, NOON, EnumSet.of(Source.STAT)).readFast();
    assertEquals(
        new Section.Absent<>("switched off by --no-collector.stat"), node.stat().section());
    assertInstanceOf(Section.Present.class, node.memInfo().section());
    assertEquals(NOON.instant(), node.memInfo().at());
  }

  @Test
  void aReaderThatIsClosedKeepsNoFileOpen() throws Exception {
    Path root = Path.of(Fixture.roots("v2").sys(""));
    try (NodeReader node = new NodeReader(Fixture.roots("v2"), NOON, Set.of())) {
      node.readFast();
      node.readProcesses();
      assertNotEquals(List.of(), openBelow(root));
    }
    assertEquals(List.of(), openBelow(root));
  }

  /// The files that this process has open below a directory.
  private static List<Path> openBelow(Path directory) throws IOException {
    Path real = directory.toRealPath();
    List<Path> open = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        if (!Files.isSymbolicLink(link)) continue;
        Path file = Files.readSymbolicLink(link);
        if (file.startsWith(real)) open.add(file);
      }
    }
    return open;
  }

  @Test
  void whatIsLeftOfABrokenNodeIsRead() throws Exception {
    Files.writeString(proc.resolve("loadavg"), "0.42 0.36 0.30 2/1312 40771\n");
    Files.writeString(proc.resolve("stat"), "garbage\n");
    NodeSnapshot whole =
        new NodeReader(new Roots(proc.toString(), "/nowhere", "/nowhere"), NOON, Set.of()).read();
    assertInstanceOf(Section.Present.class, whole.counters().loadAvg().section());
    FastReadings node = whole.fast();
    assertEquals(
        List.of(
            new SourceFailure(
                SourceFailure.Kind.MALFORMED,
                proc + "/stat",
                1,
                "no line of all CPUs: \"garbage\"")),
        node.stat().section().failures());
    assertEquals(
        List.of(SourceFailure.Kind.MISSING),
        node.memInfo().section().failures().stream().map(SourceFailure::kind).toList());
    assertInstanceOf(Section.Absent.class, node.pressure().section());
  }
}
