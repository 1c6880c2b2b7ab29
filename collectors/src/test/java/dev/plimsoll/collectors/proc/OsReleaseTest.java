package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsReleaseTest {
  private final KernelReader reader = new KernelReader();

  @TempDir private Path root;

  @Test
  void ofARealNode() {
    OsRelease os = OsRelease.read(reader, Fixture.roots("v1-hybrid")).present().orElseThrow();
    assertEquals(
        List.of(
            "PRETTY_NAME=Debian GNU/Linux 12 (bookworm)",
            "NAME=Debian GNU/Linux",
            "VERSION_ID=12",
            "VERSION=12 (bookworm)",
            "VERSION_CODENAME=bookworm",
            "ID=debian",
            "HOME_URL=https://www.debian.org/",
            "SUPPORT_URL=https://www.debian.org/support",
            "BUG_REPORT_URL=https://bugs.debian.org/"),
        os.values().entrySet().stream().map(Map.Entry::toString).toList());
  }

  @Test
  void valuesAreQuotedAsAShellDoes() {
    String text =
        """
        # a comment
        \s
        BARE=fedora
        ESCAPED=a\\ b
        DOUBLE="a \\"b\\" \\$c \\\\ = 'd'"
        SINGLE='a "b" \\c'
        EMPTY=
        QUOTED_EMPTY=""
        """;
    OsRelease os =
        OsRelease.parse(new KernelText("os-release", text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        Map.of(
            "BARE", "fedora",
            "ESCAPED", "a b",
            "DOUBLE", "a \"b\" $c \\ = 'd'",
            "SINGLE", "a \"b\" \\c",
            "EMPTY", "",
            "QUOTED_EMPTY", ""),
        os.values());
  }

  @Test
  void theDistributorsFileCountsWhereTheOtherIsNotThere() throws Exception {
    Files.createDirectories(root.resolve("usr/lib"));
    Files.writeString(root.resolve("usr/lib/os-release"), "ID=talos\n");
    assertEquals(Optional.of("talos"), read().present().orElseThrow().value("ID"));
  }

  @Test
  void anEmptyRootHasNone() {
    assertInstanceOf(Section.Absent.class, read());
  }

  private Section<OsRelease> read() {
    return OsRelease.read(reader, new Roots("/proc", "/sys", root.toString()));
  }
}
