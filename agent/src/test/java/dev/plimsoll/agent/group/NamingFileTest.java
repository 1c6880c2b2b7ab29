package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamingFileTest {
  @TempDir private Path folder;

  @Test
  void readsTheFormatOfProcessExporter() throws Exception {
    NamingRules rules =
        read(
            """
            process_names:
              - comm: [bash, dash]
              - exe:
                - postgres
                - /usr/local/bin/prometheus
              - name: "{{.ExeBase}}:{{.Matches.Cfg}}"
                exe: [/usr/bin/exporter]
                cmdline:
                - -config.path\\s+(?P<Cfg>\\S+)
                - --verbose
              - name: "{{.Comm}}"
                cmdline: ['.+']
            """);
    assertEquals("-bash", name(rules, "bash", "-bash"));
    assertEquals("postgres", name(rules, "postmaster", "/opt/pg/bin/postgres", "-D", "/data"));
    assertEquals("prometheus", name(rules, "x", "/usr/local/bin/prometheus"));
    assertEquals("y", name(rules, "y", "/opt/prometheus"));
    assertEquals(
        "exporter:/etc/e.yml",
        name(rules, "e", "/usr/bin/exporter", "-config.path", "/etc/e.yml", "--verbose"));
    assertEquals("e", name(rules, "e", "/usr/bin/exporter", "-config.path", "/etc/e.yml"));
    assertNull(name(rules, "kthreadd"));
  }

  @Test
  void everyExeOfAListCountsThoughTwoEndAlike() throws Exception {
    NamingRules rules = read("process_names: [{exe: [/usr/bin/java, /opt/java/bin/java]}]");
    assertEquals("java", name(rules, "java", "/usr/bin/java"));
    assertEquals("java", name(rules, "java", "/opt/java/bin/java"));
    assertNull(name(rules, "java", "java"));
  }

  @Test
  void anExpressionCannotTakeLong() throws Exception {
    NamingRules rules = read("process_names: [{cmdline: ['(a*)*(a*)*(a*)*b$']}]");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertNull(name(rules, "a", "a".repeat(4096))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          names: []                            | line 1: has no process_names
          process_names: []                    | line 1: process_names has no entries
          process_names: bash                  | line 1: process_names is to be a list: bash
          process_names: [{comm: bash}]        | line 1: comm is to be a list: bash
          process_names: [bash]                | line 1: an entry needs comm, exe or cmdline: bash
          process_names: [{name: x}]           | line 1: an entry needs comm, exe or cmdline
          process_names: [{comm: [[a]]}]       | line 1: is to be a text
          process_names: [{cmdline: ['(']}]    | line 1: not a regular expression: missing closing ): (
          process_names: [{cmdline: ['(?=a)']}] | line 1: not a regular expression: invalid or unsupported Perl syntax: (?=a)
          process_names: [{name: "{{.X}}", comm: [a]}] | line 1: the name's '{{.X}}' is none of
          process_names: [                     | line
          """)
  void saysWhereAFileIsWrong(String text, String expected) {
    NamingFileException wrong =
        assertThrows(NamingFileException.class, () -> read(text.strip() + '\n'));
    String message = String.valueOf(wrong.getMessage());
    String file = folder.resolve("names.yml").toString();
    assertEquals(file, message.substring(0, file.length()));
    assertEquals(
        expected.strip(),
        message.substring(file.length()).strip().substring(0, expected.strip().length()));
  }

  @Test
  void saysThatAFileIsMissing() {
    Path missing = folder.resolve("missing.yml");
    NamingFileException wrong =
        assertThrows(NamingFileException.class, () -> NamingFile.read(missing));
    assertEquals(missing + ": does not exist", wrong.getMessage());
  }

  @Test
  void countsLinesFromOne() {
    NamingFileException wrong =
        assertThrows(
            NamingFileException.class,
            () -> read("process_names:\n  - comm:\n    - bash\n  - cmdline:\n    - '['\n"));
    assertEquals(
        folder.resolve("names.yml") + " line 5: not a regular expression: missing closing ]: [",
        wrong.getMessage());
  }

  private NamingRules read(String text) throws IOException, NamingFileException {
    return NamingFile.read(Files.writeString(folder.resolve("names.yml"), text));
  }

  private static @Nullable String name(NamingRules rules, String comm, String... cmdline) {
    return rules.name(new NamingFacts(comm, List.of(cmdline), List.of(), "root", 1, Instant.EPOCH));
  }
}
