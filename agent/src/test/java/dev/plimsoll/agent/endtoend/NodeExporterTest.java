package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plimsoll.agent.Peers;
import dev.plimsoll.agent.endtoend.SideBySide.Sight;
import dev.plimsoll.agent.nodeexporter.MetricsPage;
import dev.plimsoll.agent.nodeexporter.MetricsPage.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `/metrics/node` shows what node_exporter shows with its default collectors, but for what
/// [Allowance] lists: every series, of the same type, with a value between what node_exporter said
/// before and after, or within 2 % of it.
class NodeExporterTest {
  /// What promtool says of names that are node_exporter's own: the kernel's words in them, and a
  /// unit that is not a base unit.
  private static final List<Pattern> SHARED =
      List.of(
          Pattern.compile("node_(memory|netstat)_\\w+ .* 'snake_case' not 'camelCase'"),
          Pattern.compile("node_entropy_\\w+_bits use base unit \"bytes\" instead of \"bits\""));

  /// What moves may be beyond its bounds once, not always; and on a busy machine a mount may answer
  /// one of the two only.
  private static final int LEAST_LOOKS = 5;

  private static final int MOST_LOOKS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private static Path folder;

  private static SideBySide both;

  @BeforeAll
  static void start() throws Exception {
    both = SideBySide.start(folder);
  }

  @AfterAll
  static void stop() {
    if (both != null) both.close();
  }

  @Test
  void showsEverythingThatNodeExporterShows() throws Exception {
    Sight first = both.look();
    assertEquals(Map.of(), otherTypes(first));
    Set<String> missing = missing(first);
    Map<Series, String> unlike = unlike(first);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int looks = 1; looks < MOST_LOOKS; looks++) {
      if (missing.isEmpty() && unlike.isEmpty()) break;
      if (looks >= LEAST_LOOKS && System.nanoTime() > end) break;
      Sight next = both.look();
      missing.retainAll(missing(next));
      unlike.keySet().retainAll(unlike(next).keySet());
    }
    assertEquals(Set.of(), missing);
    assertEquals(Map.of(), unlike);
  }

  /// The names that the rules of node-mixin and the dashboard Node Exporter Full ask for; both run
  /// unchanged on what we answer. Which of them node_exporter answers depends on the machine.
  @ParameterizedTest
  @ValueSource(strings = {"node-mixin.txt", "node-exporter-full.txt"})
  void answersEveryNameOfOthersThatNodeExporterAnswers(String list) throws Exception {
    Sight sight = both.look();
    Set<String> asked = Set.copyOf(Files.readAllLines(Path.of("src/test/resources/names", list)));
    Set<String> theirs = answered(asked, sight.before());
    Set<String> ours = answered(asked, sight.ours());
    String counts = list + ": " + asked.size() + " names, node_exporter answers ";
    System.err.println(counts + theirs.size() + " here, Plimsoll " + ours.size());
    assertFalse(theirs.isEmpty(), list);
    theirs.removeAll(ours);
    assertEquals(Set.of(), theirs);
  }

  private static Set<String> answered(Set<String> asked, MetricsPage page) {
    return page.values().keySet().stream()
        .map(Series::name)
        .filter(asked::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What promtool finds wrong is wrong with names and types that are node_exporter's.
  @Test
  void promtoolFindsFaultWithSharedNamesOnly() throws Exception {
    Path page = Files.writeString(folder.resolve("page"), both.page());
    List<String> command =
        List.of("sh", "-c", Peers.require("promtool") + " check metrics <" + page);
    try (Child promtool = Child.start(folder, Map.of(), command)) {
      promtool.exitStatus();
      String said = promtool.out() + promtool.err();
      Set<String> faults = new TreeSet<>();
      for (String line : said.lines().toList()) {
        if (SHARED.stream().noneMatch(fault -> fault.matcher(line).matches())) faults.add(line);
      }
      assertEquals(Set.of(), faults);
    }
  }

  private static Map<String, String> otherTypes(Sight sight) {
    Map<String, String> other = new TreeMap<>();
    sight
        .before()
        .types()
        .forEach(
            (name, type) -> {
              String ours = sight.ours().types().getOrDefault(name, type);
              if (!ours.equals(type)) other.put(name, type + ", ours " + ours);
            });
    return other;
  }

  /// What came or went in between does not count.
  private static Set<String> missing(Sight sight) {
    Set<Series> ours =
        sight.ours().values().keySet().stream()
            .map(NodeExporterTest::comparable)
            .collect(Collectors.toSet());
    return sight.before().values().keySet().stream()
        .filter(sight.after().values()::containsKey)
        .filter(series -> !ours.contains(comparable(series)) && !mayMiss(series))
        .map(Series::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean mayMiss(Series series) {
    return Allowance.ALL.stream()
        .anyMatch(allowed -> allowed instanceof Allowance.Missing && allowed.covers(series));
  }

  private static Series comparable(Series series) {
    for (Allowance allowed : Allowance.ALL) {
      if (allowed instanceof Allowance.Labels labels && labels.covers(series)) {
        return series.without(labels.labels());
      }
    }
    return series;
  }

  private static Map<Series, String> unlike(Sight sight) {
    Map<Series, String> unlike = new HashMap<>();
    sight
        .before()
        .values()
        .forEach(
            (series, before) -> {
              Double ours = sight.ours().values().get(series);
              Double after = sight.after().values().get(series);
              if (ours == null || after == null || alike(series, before, ours, after)) return;
              unlike.put(series, before + ", ours " + ours + ", " + after);
            });
    return unlike;
  }

  private static boolean alike(Series series, double before, double ours, double after) {
    double share = 0.02;
    double absolute = 0;
    for (Allowance allowed : Allowance.ALL) {
      if (!allowed.covers(series)) continue;
      if (allowed instanceof Allowance.Value) return true;
      if (allowed instanceof Allowance.Moving moving) {
        share = moving.share();
        absolute = moving.absolute();
      }
    }
    double least = Math.min(before, after);
    double most = Math.max(before, after);
    double room = absolute + share * Math.max(Math.abs(least), Math.abs(most));
    return ours >= least - room && ours <= most + room;
  }
}
