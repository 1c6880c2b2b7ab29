package dev.plimsoll.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Packages point one way: those of a row may use those of the rows below, and of their own row
/// only themselves.
class ArchitectureTest {
  private static final List<List<String>> ROWS =
      List.of(
          List.of(""),
          List.of("cli", "web", "prometheus", "otlp"),
          List.of("access"),
          List.of("settings"),
          List.of("logging"),
          List.of("nodeexporter"),
          List.of("metrics"),
          List.of("insight", "self"),
          List.of("group", "recent"),
          List.of("join"),
          List.of("pod", "probe", "reading"));

  /// The commands start the whole; the server shows what the writer of a format makes.
  private static final Set<String> EXCEPTIONS = Set.of("cli -> ", "web -> prometheus");

  private static final Pattern USE =
      Pattern.compile("dev\\.plimsoll\\.agent((?:\\.[a-z]+)*)\\.[A-Z]");

  @Test
  void packagesPointOneWay() throws IOException {
    Path sources = Path.of("src/main/java/dev/plimsoll/agent");
    Set<String> wrong = new TreeSet<>();
    for (Path source : sources(sources)) {
      String from = first(sources.relativize(source.getParent()).toString().replace('/', '.'));
      for (String to : uses(source)) {
        if (!allowed(from, to)) wrong.add(from + " -> " + to + " in " + source.getFileName());
      }
    }
    assertEquals(Set.of(), wrong);
  }

  private static Set<String> uses(Path source) throws IOException {
    Set<String> uses = new TreeSet<>();
    USE.matcher(Files.readString(source))
        .results()
        .map((MatchResult use) -> first(use.group(1).replaceFirst("^\\.", "")))
        .forEach(uses::add);
    return uses;
  }

  private static String first(String name) {
    return name.split("\\.", 2)[0];
  }

  private static boolean allowed(String from, String to) {
    return from.equals(to) || row(from) < row(to) || EXCEPTIONS.contains(from + " -> " + to);
  }

  private static int row(String name) {
    for (int row = 0; row < ROWS.size(); row++) {
      if (ROWS.get(row).contains(name)) return row;
    }
    throw new AssertionError("in which row is the package \"" + name + "\"?");
  }

  @Test
  void collectorsKnowNoNetworkNoClusterAndNoMetrics() throws IOException {
    Pattern foreign =
        Pattern.compile("dev\\.plimsoll\\.agent|java\\.net\\.|io\\.(kubernetes|prom)");
    for (Path source : sources(Path.of("../collectors/src/main/java"))) {
      assertFalse(foreign.matcher(Files.readString(source)).find(), source::toString);
    }
  }

  @Test
  void viewsReadNoKernelFiles() throws IOException {
    Pattern reading = Pattern.compile("KernelReader|NodeReader|java\\.nio\\.file|java\\.io\\.File");
    for (String view : List.of("metrics", "nodeexporter", "prometheus", "web", "join", "insight")) {
      for (Path source : sources(Path.of("src/main/java/dev/plimsoll/agent", view))) {
        assertFalse(reading.matcher(Files.readString(source)).find(), source::toString);
      }
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(sources.size() > 1, folder::toString);
      return sources;
    }
  }
}
