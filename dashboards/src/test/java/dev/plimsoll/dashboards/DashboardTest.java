package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules of style for every dashboard, and its expressions against the catalogue.
final class DashboardTest {
  private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");
  private static final Pattern RANGE = Pattern.compile("(\\w+)\\([^()]*\\[([^]]+)]");

  static Stream<Tree> dashboards() {
    return Dashboards.all().stream().map(Dashboard::json).map(Tree::parse);
  }

  private static Stream<Tree> panels(Tree dashboard) {
    return dashboard.trees("panels").filter(panel -> !panel.text("type").equals("row"));
  }

  private static Stream<Tree> targets(Tree dashboard) {
    return panels(dashboard).flatMap(panel -> panel.trees("targets"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void expressionsNameOnlyWhatPlimsollExports(Tree dashboard) {
    CatalogueCheck check = new CatalogueCheck();
    List<String> faults = new ArrayList<>();
    targets(dashboard)
        .forEach(
            target ->
                faults.addAll(
                    check.faults(target.text("expr"), shown(target.text("legendFormat")))));
    dashboard
        .tree("annotations")
        .trees("list")
        .forEach(annotation -> faults.addAll(check.faults(annotation.text("expr"), Set.of())));
    dashboard
        .tree("templating")
        .trees("list")
        .filter(variable -> variable.text("type").equals("query"))
        .map(variable -> VALUES.matcher(variable.text("definition")))
        .forEach(
            values -> {
              assertTrue(values.matches());
              faults.addAll(check.faults(values.group(1), Set.of(values.group(2))));
            });
    assertEquals(List.of(), faults);
  }

  private static Set<String> shown(String legend) {
    return SHOWN.matcher(legend).results().map(label -> label.group(1)).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void expressionsAreOnesPrometheusUnderstands(Tree dashboard, @TempDir Path folder)
      throws IOException, InterruptedException {
    StringBuilder rules = new StringBuilder("groups: [{name: panels, rules: [\n");
    targets(dashboard)
        .map(
            target ->
                target.text("expr").replace("$__rate_interval", "5m").replace("$__range", "1h"))
        .forEach(
            expr ->
                rules
                    .append("{record: panel, expr: '")
                    .append(expr.replace("'", "''"))
                    .append("'},\n"));
    Files.writeString(folder.resolve("panels.yaml"), rules.append("]}]\n"));
    Peers.promtool(folder, "check", "rules", "--lint=none", "panels.yaml");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsSayWhatTheyAreForAndInWhatUnit(Tree dashboard) {
    panels(dashboard)
        .forEach(
            panel -> {
              String title = panel.text("title");
              assertFalse(title.isBlank());
              assertTrue(panel.text("description").endsWith("."), title);
              Tree defaults = panel.tree("fieldConfig").tree("defaults");
              assertFalse(defaults.text("unit").isBlank(), title);
              assertTrue(panel.trees("targets").findAny().isPresent(), title);
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void dataComesFromTheChosenSource(Tree dashboard) {
    Stream.of(panels(dashboard), targets(dashboard), dashboard.tree("annotations").trees("list"))
        .flatMap(each -> each)
        .forEach(each -> assertEquals("${datasource}", each.tree("datasource").text("uid")));
    assertEquals(
        "datasource",
        dashboard.tree("templating").trees("list").findFirst().orElseThrow().text("name"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everySelectorHasJobAndInstance(Tree dashboard) {
    targets(dashboard)
        .map(target -> target.text("expr"))
        .forEach(
            expr ->
                PromQl.parse(expr)
                    .selectors()
                    .forEach(
                        selector ->
                            assertTrue(
                                selector.labels().containsAll(Set.of("cluster", "job", "instance")),
                                expr)));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void ratesFollowTheScrapeInterval(Tree dashboard) {
    Set<String> fixed = new TreeSet<>();
    targets(dashboard)
        .flatMap(target -> RANGE.matcher(target.text("expr")).results())
        .filter(range -> Set.of("rate", "irate", "increase").contains(range.group(1)))
        .map(range -> range.group(2))
        .filter(range -> !Set.of("$__rate_interval", "$__range").contains(range))
        .forEach(fixed::add);
    assertEquals(Set.of(), fixed);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsDoNotOverlap(Tree dashboard) {
    Set<String> cells = new TreeSet<>();
    dashboard
        .trees("panels")
        .map(panel -> panel.tree("gridPos"))
        .forEach(
            place -> {
              int x = (int) place.value("x");
              int y = (int) place.value("y");
              assertTrue(x + (int) place.value("w") <= 24);
              for (int column = x; column < x + (int) place.value("w"); column++) {
                for (int line = y; line < y + (int) place.value("h"); line++) {
                  assertTrue(cells.add(column + " " + line));
                }
              }
            });
  }

  @Test
  void addressesAreTheirOwn() {
    assertEquals(
        Dashboards.all().size(), Dashboards.all().stream().map(Dashboard::uid).distinct().count());
  }
}
