package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.Catalogue;
import dev.plimsoll.agent.metrics.Family;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Grafana's dashboard-linter asks of a dashboard, but for what [DashboardTest] has. One rule
/// we break on purpose: a dashboard of one node lets one be chosen and not several.
final class LintTest {
  /// What a counter may be given to, for its value alone means nothing.
  private static final Set<String> FUNCTIONS = Set.of("rate(", "increase(", "changes(");

  static Stream<Tree> dashboards() {
    return DashboardTest.dashboards();
  }

  private static Tree variable(Tree dashboard, String name) {
    return dashboard
        .tree("templating")
        .trees("list")
        .filter(each -> each.text("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theDataSourceIsChosenFirst(Tree dashboard) {
    Tree source = variable(dashboard, "datasource");
    assertEquals("datasource", source.text("type"));
    assertEquals("Data source", source.text("label"));
    assertEquals("prometheus", source.text("query"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void jobAndNodeAreChosen(Tree dashboard) {
    Tree job = variable(dashboard, "job");
    assertEquals("Job", job.text("label"));
    assertEquals(".+", job.text("allValue"));
    assertEquals(true, job.value("multi"));
    Tree node = variable(dashboard, "instance");
    assertEquals("Node", node.text("label"));
    boolean one = dashboard.text("uid").equals("plimsoll-node");
    assertEquals(!one, node.value("multi"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void variablesFollowTheTimeRangeAndTheDataSource(Tree dashboard) {
    dashboard
        .tree("templating")
        .trees("list")
        .filter(each -> each.text("type").equals("query"))
        .forEach(
            each -> {
              assertEquals(2, each.value("refresh"), each.text("name"));
              assertEquals("${datasource}", each.tree("datasource").text("uid"));
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void peopleCopyItBeforeTheyChangeIt(Tree dashboard) {
    assertEquals(false, dashboard.value("editable"));
    assertTrue(dashboard.text("uid").matches("[a-z-]{1,40}"));
    assertTrue((int) dashboard.value("schemaVersion") >= 39);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelIsToldFromTheOthers(Tree dashboard) {
    Set<Object> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    dashboard
        .trees("panels")
        .forEach(
            panel -> {
              assertTrue(ids.add(panel.value("id")));
              assertTrue(titles.add(panel.text("type") + panel.text("title")), panel.text("title"));
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void countersAreOnlyEverRates(Tree dashboard) {
    Set<String> counters =
        Catalogue.families().stream()
            .filter(family -> family.type() == Family.Type.COUNTER)
            .map(Family::name)
            .collect(Collectors.toSet());
    List<String> faults = new ArrayList<>();
    expressions(dashboard)
        .forEach(
            expr -> {
              for (PromQl.Selector selector : PromQl.parse(expr).selectors()) {
                if (counters.contains(selector.metric()) && !isRated(expr, selector.metric())) {
                  faults.add(expr);
                }
              }
            });
    assertEquals(List.of(), faults);
  }

  private static boolean isRated(String expr, String metric) {
    String before = expr.substring(0, expr.indexOf(metric));
    return FUNCTIONS.stream().anyMatch(before::endsWith);
  }

  /// Every variable that a query names is there to be chosen.
  @ParameterizedTest
  @MethodSource("dashboards")
  void queriesAskByVariablesThatAreThere(Tree dashboard) {
    Set<String> names =
        dashboard
            .tree("templating")
            .trees("list")
            .map(each -> each.text("name"))
            .collect(Collectors.toSet());
    expressions(dashboard)
        .flatMap(expr -> LinksTest.VARIABLE.matcher(expr).results())
        .map(variable -> variable.group(1))
        .forEach(variable -> assertTrue(names.contains(variable), variable));
  }

  private static Stream<String> expressions(Tree dashboard) {
    return dashboard
        .trees("panels")
        .filter(panel -> panel.has("targets"))
        .flatMap(panel -> panel.trees("targets"))
        .map(target -> target.text("expr"));
  }
}
