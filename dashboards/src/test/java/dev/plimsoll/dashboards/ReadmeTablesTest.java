package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// README's tables of dashboards and alerts are those that are there; `-Dgolden.update=true` writes
/// them anew.
final class ReadmeTablesTest {
  private static final Path README = Path.of("../README.md");

  @Test
  void dashboards() throws IOException {
    StringBuilder table = new StringBuilder("| dashboard | what it shows |\n|---|---|\n");
    for (Dashboard dashboard : Dashboards.all()) {
      table.append(
          "| [%s](dashboards/grafana/%s.json) | %s |\n"
              .formatted(
                  dashboard.title().replace("Plimsoll / ", ""),
                  dashboard.uid(),
                  dashboard.description()));
    }
    assertShown("dashboards", table.toString());
  }

  @Test
  void alerts() throws IOException {
    StringBuilder table = new StringBuilder("| alert | severity | for | what it means |\n");
    table.append("|---|---|---|---|\n");
    Path rules = Path.of("prometheus", "alerts.yaml");
    List<Tree> alerts =
        Tree.read(rules).trees("groups").flatMap(group -> group.trees("rules")).toList();
    for (Tree alert : alerts) {
      String name = alert.text("alert");
      table.append(
          "| [%s](dashboards/runbooks/%s.md) | %s | %s | %s |\n"
              .formatted(
                  name,
                  name,
                  alert.tree("labels").text("severity"),
                  alert.has("for") ? alert.text("for") : "",
                  alert.tree("annotations").text("summary")));
    }
    assertShown("alerts", table.toString());
  }

  private static void assertShown(String name, String table) throws IOException {
    String begin = "<!-- " + name + ": written by ReadmeTablesTest -->\n";
    String end = "<!-- " + name + ": end -->\n";
    String text = Files.readString(README);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    assertTrue(from >= begin.length() && to >= from, name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, text.substring(0, from) + table + text.substring(to));
      return;
    }
    assertEquals(
        table,
        text.substring(from, to),
        "mvn verify -pl dashboards -am -Dgolden.update=true writes the table anew");
  }
}
