package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The alerts: mixtool's conventions, a runbook for each, and when they fire.
final class AlertsTest {
  private static final Path FOLDER = Path.of("prometheus");
  private static final Path RUNBOOKS = Path.of("runbooks");
  private static final Path TESTS = Path.of("src", "test", "prometheus");
  private static final Pattern SHOWN = Pattern.compile("\\$labels\\.(\\w+)");

  private final List<Tree> groups =
      Tree.read(FOLDER.resolve("alerts.yaml")).trees("groups").toList();
  private final List<Tree> alerts = groups.stream().flatMap(group -> group.trees("rules")).toList();

  AlertsTest() throws IOException {}

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
    Peers.promtool(FOLDER, "check", "rules", "--lint=all", "--lint-fatal", "alerts.yaml");
  }

  @Test
  void theyFireWhenTheyShouldAndResolve() throws IOException, InterruptedException {
    Peers.promtool(TESTS, "test", "rules", "alerts-test.yaml");
  }

  @Test
  void everyAlertIsTested() throws IOException {
    Set<String> tested =
        Tree.read(TESTS.resolve("alerts-test.yaml"))
            .trees("tests")
            .flatMap(test -> test.trees("alert_rule_test"))
            .map(test -> test.text("alertname"))
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

  @Test
  void everyAlertHasItsRunbookAndEveryRunbookItsAlert() throws IOException {
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      assertEquals(
          names(),
          files
              .map(file -> file.getFileName().toString().replace(".md", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    for (Tree alert : alerts) {
      String name = alert.text("alert");
      assertEquals(
          "dashboards/runbooks/" + name + ".md", alert.tree("annotations").text("runbook"));
      String page = Files.readString(RUNBOOKS.resolve(name + ".md"));
      for (String part :
          List.of("# " + name, "## Meaning", "## Impact", "## Diagnosis", "## Mitigation")) {
        assertFalse(page.lines().noneMatch(part::equals), name + " lacks " + part);
      }
    }
  }

  private Set<String> names() {
    return alerts.stream()
        .map(alert -> alert.text("alert"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
