package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Trees captured from real kernels, against the whole of what is read from them. Where the new
/// text is right, `-Dgolden.update=true` writes it.
class CgroupReaderTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2", "kubelet-v1"})
  void readsATree(String fixture) throws IOException {
    assertGolden(fixture, CgroupText.of(read(fixture)));
  }

  private static Section<CgroupTree> read(String fixture) {
    try (CgroupReader reader =
        new CgroupReader(new KernelReader(), Fixture.roots(fixture), NOON, CgroupPace.usual())) {
      return reader.read();
    }
  }

  private static void assertGolden(String fixture, String text) throws IOException {
    Path golden = Path.of("src/test/resources/golden/cgroups-" + fixture + ".txt");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
  }
}
