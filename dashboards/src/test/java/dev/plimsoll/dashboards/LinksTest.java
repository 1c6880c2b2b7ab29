package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Links between dashboards: they lead somewhere, with what they name, and keep the time range.
final class LinksTest {
  static final Pattern VARIABLE = Pattern.compile("\"\\$(\\w+)\"");
  private static final Pattern SET = Pattern.compile("&var-(\\w+)=");
  private static final Pattern TAKEN =
      Pattern.compile("\\$\\{__(?:data\\.fields|field\\.labels)\\.(\\w+)}");
  private static final Pattern TO = Pattern.compile("^/d/([a-z-]+)\\?");

  private final Map<String, Tree> byUid =
      DashboardTest.dashboards()
          .collect(Collectors.toMap(each -> each.text("uid"), Function.identity()));

  private Tree dashboard(String uid) {
    return Objects.requireNonNull(byUid.get(uid), uid);
  }

  static Stream<Tree> dashboards() {
    return DashboardTest.dashboards();
  }

  private static Stream<Tree> links(Tree panel) {
    return panel
        .tree("fieldConfig")
        .trees("overrides")
        .flatMap(each -> each.trees("properties"))
        .filter(property -> property.text("id").equals("links"))
        .flatMap(property -> property.trees("value"));
  }

  private static Stream<Tree> panels(Tree dashboard) {
    return dashboard.trees("panels").filter(panel -> panel.has("targets"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyLinkLeadsToADashboardThatHasItsVariables(Tree dashboard) {
    panels(dashboard)
        .flatMap(LinksTest::links)
        .map(link -> link.text("url"))
        .forEach(
            url -> {
              Tree target = dashboard(words(TO, url).iterator().next());
              Set<String> variables =
                  target
                      .tree("templating")
                      .trees("list")
                      .map(each -> each.text("name"))
                      .collect(Collectors.toSet());
              assertTrue(variables.containsAll(words(SET, url)), url);
              assertTrue(url.contains("?${datasource:queryparam}&"), url);
              assertTrue(url.endsWith("&${__url_time_range}"), url);
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyLinkTakesLabelsThatItsPanelHas(Tree dashboard) {
    panels(dashboard)
        .forEach(
            panel ->
                links(panel)
                    .forEach(
                        link -> {
                          Set<String> wanted = words(TAKEN, link.text("url"));
                          wanted.removeAll(labels(panel));
                          assertEquals(Set.of(), wanted, panel.text("title"));
                        }));
  }

  /// By which the panel's queries group: the columns of a table, the labels of a line.
  private static Set<String> labels(Tree panel) {
    return panel
        .trees("targets")
        .flatMap(target -> PromQl.parse(target.text("expr")).groupings().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> words(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// From the fleet to the process, a click for each step.
  @Test
  void theWayDownIsWhole() {
    List<String> way =
        List.of("plimsoll-fleet", "plimsoll-node", "plimsoll-pod", "plimsoll-container");
    for (int step = 0; step + 1 < way.size(); step++) {
      Set<String> targets =
          panels(dashboard(way.get(step)))
              .flatMap(LinksTest::links)
              .flatMap(link -> words(TO, link.text("url")).stream())
              .collect(Collectors.toSet());
      assertTrue(targets.contains(way.get(step + 1)), way.get(step));
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theOthersAreInTheMenuAndKeepWhatWasChosen(Tree dashboard) {
    Tree menu = dashboard.trees("links").findFirst().orElseThrow();
    assertEquals(List.of("plimsoll"), menu.texts("tags"));
    assertEquals(true, menu.value("keepTime"));
    assertEquals(true, menu.value("includeVars"));
    assertEquals(List.of("plimsoll"), dashboard.texts("tags"));
  }
}
