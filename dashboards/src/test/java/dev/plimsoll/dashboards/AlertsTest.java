package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/// The alerts: mixtool's conventions, a runbook for each, and when they fire.
final class AlertsTest {
  private static final Path FOLDER = Path.of("prometheus");
  private static final Path RECORDED = Path.of("src", "test", "prometheus", "recorded");
  private static final Pattern SHOWN = Pattern.compile("\\$labels\\.(\\w+)");

  private final List<Tree> groups =
      Tree.read(FOLDER.resolve("alerts.yaml")).trees("groups").toList();
  private final List<Tree> alerts = groups.stream().flatMap(group -> group.trees("rules")).toList();

  AlertsTest() throws IOException {}

  @Test
  void recordingsAreWhatTheirNamesSay() throws IOException, InterruptedException {
    Peers.promtool(RECORDED, "test", "rules", "recordings-test.yaml");
    String tests = Files.readString(RECORDED.resolve("recordings-test.yaml"));
    Tree.read(FOLDER.resolve("recordings.yaml"))
        .trees("groups")
        .flatMap(group -> group.trees("rules"))
        .forEach(
            rule -> {
              assertEquals(List.of(), new CatalogueCheck().faults(rule.text("expr"), Set.of()));
              String name = rule.text("record");
              assertTrue(name.matches("[a-z]+:[a-z_]+:[a-z_0-9]+"), name);
              assertTrue(tests.contains("expr: " + name), name);
            });
  }

  @Test
  void expressionsNameOnlyWhatPlimsollExports() {
    CatalogueCheck check = new CatalogueCheck();
    for (Tree alert : alerts) {
      Set<String> shown =
          SHOWN
              .matcher(alert.tree("annotations").text("description"))
              .results()
              .map(label -> label.group(1))
              .collect(Collectors.toSet());
      assertEquals(List.of(), check.faults(alert.text("expr"), shown));
    }
  }

  @Test
  void prometheusUnderstandsThem() throws IOException, InterruptedException {
    for (String file : List.of("alerts.yaml", "recordings.yaml")) {
      Peers.promtool(FOLDER, "check", "rules", "--lint=all", "--lint-fatal", file);
    }
  }

  @Test
  void theyFireWhenTheyShouldAndResolve(@TempDir Path folder)
      throws IOException, InterruptedException {
    Files.copy(FOLDER.resolve("alerts.yaml"), folder.resolve("alerts.yaml"));
    List<Map<String, Object>> tests = new ArrayList<>();
    for (AlertCase each : AlertCase.all()) tests.add(each.promtool(rule(each.alert())));
    Map<String, Object> file =
        Map.of("rule_files", List.of("alerts.yaml"), "evaluation_interval", "1m", "tests", tests);
    Files.writeString(folder.resolve("tests.yaml"), new Yaml().dump(file));
    Peers.promtool(folder, "test", "rules", "tests.yaml");
  }

  private Tree rule(String name) {
    return alerts.stream()
        .filter(alert -> alert.text("alert").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no alert " + name));
  }

  /// Each has a case in which it is quiet, fires, and is quiet again.
  @Test
  void everyAlertIsTested() throws IOException {
    Set<String> tested =
        AlertCase.all().stream()
            .filter(each -> !each.quiet().isEmpty())
            .filter(each -> !each.firing().isEmpty())
            .filter(each -> !each.resolved().isEmpty())
            .map(AlertCase::alert)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names(), tested);
  }

  @Test
  void theyKeepToTheConventions() {
    for (Tree group : groups) assertTrue(group.trees("rules").count() <= 20);
    for (Tree alert : alerts) {
      String name = alert.text("alert");
      assertTrue(name.matches("([A-Z][a-z0-9]+)+") && name.length() <= 40, name);
      String severity = alert.tree("labels").text("severity");
      assertTrue(Set.of("critical", "warning", "info").contains(severity), name);
      String summary = alert.tree("annotations").text("summary");
      assertTrue(summary.endsWith(".") && !summary.contains("{{"), name);
      assertTrue(alert.tree("annotations").text("description").contains("{{"), name);
    }
  }

  private Set<String> names() {
    return alerts.stream()
        .map(alert -> alert.text("alert"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
