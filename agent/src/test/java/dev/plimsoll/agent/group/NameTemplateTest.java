package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The expected texts are what Go's text/template printed for the same fields.
final class NameTemplateTest {
  private static final NamingFacts PROCESS =
      new NamingFacts(
          "java",
          List.of("/usr/bin/java", "-jar", "app.jar"),
          List.of("/a", "/b"),
          "www-data",
          7,
          Instant.ofEpochSecond(1_700_000_000, 120_000_000));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {{.Comm}}                    | java
          {{ .ExeBase }}               | java
          {{.ExeFull}}                 | /usr/bin/java
          {{.Username}}:{{.PID}}       | www-data:7
          {{.StartTime}}               | 2023-11-14 22:13:20.12 +0000 UTC
          {{.Cgroups}}                 | [/a /b]
          {{index .Cgroups 1}}         | /b
          {{.Matches}}                 | map[b:2 x:1]
          {{.Matches.x}}               | 1
          {{.Matches.y}}               | <no value>
          {{index .Matches "x"}}       | 1
          [{{index .Matches "y"}}]     | []
          a {{- .Comm -}} b            | ajavab
          {{/* a comment */}}x         | x
          a}}b                         | a}}b
          """)
  void rendersWhatGoRenders(String template, String expected) {
    String name = NameTemplate.parse(template).render(PROCESS, Map.of("x", "1", "b", "2"));
    assertEquals(expected, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{.Foo}}", "{{}}", "{{.Comm", "{{printf .Comm}}", "{{index .Cgroups x}}"})
  void refusesWhatItDoesNotKnow(String template) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> NameTemplate.parse(template));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("'{{"), refused.getMessage());
  }
}
