package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// README's table of metrics is the catalogue; `-Dgolden.update=true` writes it anew.
final class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String BEGIN = "<!-- metrics: written by ReadmeTest -->\n";
  private static final String END = "<!-- metrics: end -->\n";

  @Test
  void tableIsTheCatalogue() throws IOException {
    String text = Files.readString(README);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    String table = table();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, text.substring(0, from) + table + text.substring(to));
      return;
    }
    assertEquals(
        table,
        text.substring(from, to),
        "mvn verify -pl agent -am -Dgolden.update=true writes the table anew");
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| family | type | labels | what it is |\n");
    table.append("|---|---|---|---|\n");
    Catalogue.families().stream()
        .sorted(Comparator.comparing(Family::name))
        .forEach(family -> table.append(line(family)));
    return table.toString();
  }

  private static String line(Family family) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            family.name(),
            family.type().name().toLowerCase(Locale.ROOT),
            String.join(", ", family.labels()),
            family.help().replace("|", "\\|"));
  }
}
