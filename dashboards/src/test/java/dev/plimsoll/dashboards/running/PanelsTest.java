package dev.plimsoll.dashboards.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.dashboards.Dashboards;
import dev.plimsoll.dashboards.Tree;
import dev.plimsoll.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the dashboards ask is asked of a real Prometheus, which has scraped agents on this machine
/// and on a captured node with pods. No query may find nothing but those that are listed with the
/// reason.
final class PanelsTest {
  private static final Path MAY_BE_EMPTY = Path.of("src/test/resources/may-be-empty.txt");
  private static final int TRIES = 60;
  private static final Pattern VARIABLE = Pattern.compile("\"\\$(\\w+)\"");

  @TempDir private Path folder;

  @Test
  void everyQueryRunsAndFindsWhatItShould() throws Exception {
    Map<String, String> queries = queries();
    Set<String> mayBeEmpty = mayBeEmpty();
    try (CapturedNode node = new CapturedNode(folder.resolve("node"));
        Program captured = RunningAgent.start(folder, node.options());
        Program own = RunningAgent.start(folder);
        Prometheus prometheus = new Prometheus(folder, List.of(captured, own), "")) {
      prometheus.awaitFinding("min(count_over_time(up[1m] @ end())) >= 5");
      for (String event : events()) prometheus.finds(event);
      Set<String> missing = missing(prometheus, queries, mayBeEmpty);
      // Rates need two scrapes, and some sources are read every few seconds.
      for (int tries = 0; tries < TRIES && !missing.isEmpty(); tries++) {
        TimeUnit.SECONDS.sleep(1);
        missing = missing(prometheus, queries, mayBeEmpty);
      }
      assertEquals(Set.of(), missing);
    }
    mayBeEmpty.removeAll(queries.keySet());
    assertEquals(Set.of(), mayBeEmpty, "listed, and on no dashboard");
  }

  private static Set<String> missing(
      Prometheus prometheus, Map<String, String> queries, Set<String> mayBeEmpty) {
    Set<String> missing = new TreeSet<>();
    queries.forEach(
        (name, query) -> {
          if (!prometheus.finds(query) && !mayBeEmpty.contains(name)) missing.add(name);
        });
    return missing;
  }

  /// By dashboard, panel and legend.
  private static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    for (Dashboard dashboard : Dashboards.all()) {
      Tree.parse(dashboard.json())
          .trees("panels")
          .filter(panel -> panel.has("targets"))
          .forEach(
              panel ->
                  panel
                      .trees("targets")
                      .forEach(
                          target ->
                              queries.put(
                                  String.join(
                                      " | ",
                                      dashboard.uid(),
                                      panel.text("title"),
                                      target.text("legendFormat")),
                                  asked(target.text("expr")))));
    }
    return queries;
  }

  private static List<String> events() {
    return Dashboards.all().stream()
        .map(dashboard -> Tree.parse(dashboard.json()))
        .flatMap(dashboard -> dashboard.tree("annotations").trees("list"))
        .map(event -> asked(event.text("expr")))
        .toList();
  }

  /// As Grafana asks it where everything is chosen.
  private static String asked(String expr) {
    return VARIABLE
        .matcher(expr.replace("$__rate_interval", "20s").replace("$__range", "1m"))
        .replaceAll("\".*\"");
  }

  private static Set<String> mayBeEmpty() throws IOException {
    return Files.readString(MAY_BE_EMPTY)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
