package dev.plimsoll.agent.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
  private static final String BUILDING =
      "plimsoll: building, which takes about half a minute the first time …\n";

  @TempDir private Path temporary;
  private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkout() throws IOException {
    folder = Files.createDirectories(temporary.resolve("a checkout"));
    checkout = new Checkout(folder);
  }

  @Test
  void firstStartBuildsWithOneLineAndBecomesJava() throws IOException {
    Outcome outcome =
        checkout.withJdk("jdk", "999").withMaven("echo noise").run("ps", "--sort", "a b");
    assertEquals(7, outcome.status());
    assertEquals(BUILDING, outcome.err());
    List<String> said = outcome.out().lines().toList();
    assertEquals("pid " + outcome.pid(), said.getFirst());
    assertEquals(List.of("ps", "--sort", "a b"), said.subList(said.size() - 3, said.size()));
  }

  @Test
  void secondStartBuildsNothing() throws IOException {
    checkout.withJdk("jdk", "999.0.1").withMaven().run("ps");
    assertEquals("", checkout.run("ps").err());
    assertEquals(1, checkout.builds());
  }

  @Test
  void newerSourceIsBuilt() throws IOException {
    checkout.withJdk("jdk", "999").withMaven().run("ps");
    checkout.change("collectors/src/main/Changed.java");
    assertEquals(BUILDING, checkout.run("ps").err());
    assertEquals(2, checkout.builds());
  }

  @Test
  void anotherModulesSourceIsNot() throws IOException {
    checkout.withJdk("jdk", "999").withMaven().run("ps");
    Files.createDirectories(folder.resolve("dashboards"));
    checkout.change("dashboards/Changed.java");
    assertEquals("", checkout.run("ps").err());
  }

  @Test
  void worksFromElsewhereAndThroughALink() throws IOException {
    checkout.withJdk("jdk", "999").withMaven();
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder.resolve("plimsoll"));
    assertEquals(7, checkout.run(temporary, link, "ps").status());
    assertEquals(7, checkout.run(Path.of("/"), folder.resolve("plimsoll"), "ps").status());
    assertEquals(1, checkout.builds());
  }

  @Test
  void javaOnPathIsFoundThroughItsLink() throws IOException {
    assertEquals(7, checkout.withJdk("jdk", "999").onPath().withMaven().run("ps").status());
  }

  @Test
  void oldJavaHomeGivesWayToNewerOnPath() throws IOException {
    checkout.withJdk("new", "1000-ea").onPath().withJdk("old", "17.0.15").withMaven();
    assertEquals(7, checkout.run("ps").status());
  }

  @Test
  void withoutJdkOneSentenceSaysWhatToInstall() throws IOException {
    assertRefused(checkout.withMaven().run("ps"), "needs a JDK 999 or newer");
  }

  @Test
  void oldJdkAloneIsNone() throws IOException {
    assertRefused(
        checkout.withJdk("old", "17.0.15").withMaven().run("ps"), "needs a JDK 999 or newer");
  }

  @Test
  void withoutMavenOneSentenceSaysWhatToInstall() throws IOException {
    assertRefused(checkout.withJdk("jdk", "999").run("ps"), "needs Maven");
  }

  private static void assertRefused(Outcome outcome, String why) {
    assertEquals(1, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("plimsoll: " + why), outcome.err());
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void failedBuildShowsItsErrorsAndIsTriedAgain() throws IOException {
    checkout.withJdk("jdk", "999").withMaven("echo '[ERROR] no such class'", "exit 1");
    Outcome outcome = checkout.run("ps");
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("[ERROR] no such class\n"), outcome.err());
    assertTrue(outcome.err().contains("the build failed"), outcome.err());
    assertEquals(7, checkout.withMaven().run("ps").status());
  }

  @Test
  void startsAtOnceBuildOnce() throws IOException {
    checkout.withJdk("jdk", "999").withMaven("sleep 1");
    List<CompletableFuture<Outcome>> starts =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> checkout.run("ps")))
            .limit(3)
            .toList();
    for (CompletableFuture<Outcome> start : starts) assertEquals(7, start.join().status());
    assertEquals(1, checkout.builds());
  }

  @Test
  void rebuildLeavesWhatRunsAlone() throws IOException {
    checkout.withJdk("jdk", "999").withMaven();
    String before = jar(checkout.run("ps"));
    checkout.change("agent/pom.xml");
    String after = jar(checkout.run("ps"));
    assertFalse(before.equals(after));
    assertTrue(Files.exists(Path.of(before)));
  }

  @Test
  void rebuildRemovesOldBuildsThatNobodyRuns() throws IOException {
    checkout.withJdk("jdk", "999").withMaven();
    Path unused = age(jar(checkout.run("ps")));
    checkout.change("agent/pom.xml");
    Path used = age(jar(checkout.run("ps")));
    Process runs = new ProcessBuilder("sh", "-c", "read line", "-", used.toString()).start();
    try {
      checkout.change("collectors/pom.xml");
      Path last = Path.of(jar(checkout.run("ps")));
      assertEquals(3, checkout.builds());
      assertFalse(Files.exists(unused));
      assertTrue(Files.exists(used));
      assertTrue(Files.exists(last));
    } finally {
      runs.destroy();
    }
  }

  @Test
  void archivesOfRunsThatEndedWellAreKept() throws IOException {
    checkout.withJdk("jdk", "999", "exit 0").withMaven();
    Path app = Path.of(jar(checkout.run("ps"))).resolveSibling(".");
    assertEquals(List.of("command.jsa", "run.jsa"), names(app, ".*(jsa|new)"));
  }

  @Test
  void archivesOfRunsThatCrashedAreNotAndNobodyHearsOfThem() throws IOException {
    checkout.withJdk("jdk", "999", ": >hs_err_pid1.log; kill -ABRT $$").withMaven();
    Outcome first = checkout.run("ps");
    assertEquals(7, first.status());
    assertEquals(BUILDING, first.err());
    assertEquals(List.of(), names(Path.of(jar(first)).resolveSibling("."), ".*(jsa|new)"));
    assertEquals(List.of(), names(folder, "hs_err.*"));
    assertEquals("", checkout.run("ps").err());
    assertEquals(2, checkout.archiveRuns());
  }

  private static List<String> names(Path folder, String pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(pattern))
          .sorted()
          .toList();
    }
  }

  /// Makes a build two days old.
  private static Path age(String jar) throws IOException {
    Path path = Path.of(jar);
    Instant then = Instant.now().minus(Duration.ofDays(2));
    Files.setLastModifiedTime(path.resolveSibling("."), FileTime.from(then));
    return path;
  }

  private static String jar(Outcome outcome) {
    return outcome.out().lines().filter(line -> line.endsWith("plimsoll.jar")).findFirst().get();
  }
}
