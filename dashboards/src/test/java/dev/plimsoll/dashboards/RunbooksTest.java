package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.PlimsollCommand;
import dev.plimsoll.agent.metrics.Catalogue;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.dashboards.grafana.Dashboard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A page for each alert, and what it names is there.
final class RunbooksTest {
  private static final String BASE = "https://plimsoll.dev/runbooks/";
  private static final List<String> PARTS =
      List.of("## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
  private static final Pattern COMMAND = Pattern.compile("`plimsoll ([a-z]+)");
  private static final Pattern FAMILY = Pattern.compile("plimsoll_[a-z0-9_]+");
  private static final Pattern PAGE = Pattern.compile("]\\(([^)]+)\\)");
  private static final Pattern DASHBOARD = Pattern.compile("\\*(Plimsoll / [^*]+)\\*");
  private static final Pattern SUBCOMMAND = Pattern.compile("(?m)^  ([a-z]+) ");

  private final Map<String, String> pages = pages();
  private final List<Tree> alerts =
      Tree.read(Path.of("prometheus", "alerts.yaml"))
          .trees("groups")
          .flatMap(group -> group.trees("rules"))
          .toList();

  RunbooksTest() throws IOException {}

  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("runbooks"))) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  @Test
  void everyAlertHasItsPageAndEveryPageItsAlert() {
    Set<String> wanted = new TreeSet<>();
    for (Tree alert : alerts) {
      String page = alert.text("alert") + ".md";
      assertEquals(BASE + page, alert.tree("annotations").text("runbook_url"));
      wanted.add(page);
    }
    assertEquals(wanted, pages.keySet());
  }

  @Test
  void everyPageHasAllParts() {
    pages.forEach(
        (name, text) -> {
          assertTrue(text.startsWith("# " + name.replace(".md", "") + "\n"), name);
          for (String part : PARTS) assertTrue(text.lines().anyMatch(part::equals), name + part);
          assertTrue(text.lines().allMatch(line -> line.length() <= 120), name);
        });
  }

  @Test
  void commandsExist() {
    ByteArrayOutputStream help = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(help, false, StandardCharsets.UTF_8);
    assertEquals(0, PlimsollCommand.run(new String[] {"--help"}, Map.of(), out, out));
    out.flush();
    assertNamed(COMMAND, found(SUBCOMMAND, help.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void familiesExist() {
    assertNamed(
        FAMILY,
        Catalogue.families().stream()
            .map(Family::name)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void otherPagesExist() {
    assertNamed(PAGE, pages.keySet());
  }

  @Test
  void dashboardsExist() {
    assertNamed(
        DASHBOARD, Dashboards.all().stream().map(Dashboard::title).collect(Collectors.toSet()));
  }

  private void assertNamed(Pattern pattern, Set<String> known) {
    pages.forEach(
        (name, text) -> {
          Set<String> missing = found(pattern, text.replaceAll("\\s+", " "));
          missing.removeAll(known);
          assertEquals(Set.of(), missing, name);
        });
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(each -> each.group(each.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
