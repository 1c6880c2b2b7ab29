package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.agent.cli.PlimsollCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A FUSE file system that never answers is mounted while the real program runs.
@Timeout(300)
class HangingMountTest {
  private static final String ERROR = "plimsoll_node_filesystem_error{";
  private static final String NODE_ERROR = "node_filesystem_device_error{";

  @TempDir private Path folder;
  private Path point;
  private Child mount;

  private record Answer(int status, String out, String err) {}

  @BeforeEach
  void hang() throws Exception {
    boolean may = Files.isWritable(Path.of("/dev/fuse")) && isRoot();
    String help = "needs root, /dev/fuse and perl: modprobe fuse, and run the tests with sudo";
    assertTrue(may || !"true".equals(System.getenv("CI")), help);
    assumeTrue(may, help);
    point = Files.createDirectory(folder.resolve("hangs"));
    String program = Path.of("../bench/hanging-mount").toRealPath().toString();
    mount = Child.start(folder, Map.of(), List.of(program, point.toString()));
    mount.await("mounted", () -> mount.out().contains("mounted"));
  }

  private static boolean isRoot() throws Exception {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (mount == null) return;
    mount.terminate();
    assertEquals(0, mount.exitStatus(), mount.err());
  }

  @Test
  void thatMountAloneIsInErrorAndPagesAnswerAndTheAgentEnds() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder, "--interval.slow=1s")) {
      agent.child().await("told", () -> here(agent, "/metrics", ERROR).count() == 1);
      String told = here(agent, "/metrics", ERROR).findFirst().orElseThrow();
      assertTrue(told.contains("reason=\"timeout\""), told);
      assertTrue(lines(agent, "/metrics", "plimsoll_node_filesystem_size_bytes{").count() > 0);
      List<String> errors = here(agent, "/metrics/node", NODE_ERROR).toList();
      assertEquals(1, errors.size(), errors::toString);
      assertTrue(errors.getFirst().endsWith(" 1.0"), errors::toString);
      assertTrue(lines(agent, "/metrics/node", "node_filesystem_size_bytes{").count() > 0);
      agent.child().terminate();
      assertEquals(0, agent.child().exitStatus());
    }
  }

  @Test
  void whenItGoesItsErrorGoes() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder, "--interval.slow=1s")) {
      agent.child().await("told", () -> here(agent, "/metrics", ERROR).count() == 1);
      mount.terminate();
      assertEquals(0, mount.exitStatus(), mount.err());
      agent.child().await("gone", () -> here(agent, "/metrics", ERROR).count() == 0);
    }
  }

  /// All that is read at the counters' pace goes on: a value that only a later pass can have comes.
  @Test
  void aDirectoryOfTextFilesOnItFailsAloneAndHoldsUpNothing() throws Exception {
    String directory = "--collector.textfile.directory=" + point;
    try (RunningAgent agent = RunningAgent.start(folder, directory, "--interval.counters=1s")) {
      agent.child().await("failed", () -> textFileFailures(agent) >= 1);
      assertEquals(0.0, agent.value("plimsoll_agent_source_success{source=\"textfile\"}"));
      agent.child().await("asked again", () -> textFileFailures(agent) >= 3);
      List<String> success =
          lines(agent, "/metrics/node", "node_scrape_collector_success{").toList();
      assertTrue(success.contains("node_scrape_collector_success{collector=\"textfile\"} 0.0"));
      assertTrue(success.contains("node_scrape_collector_success{collector=\"vmstat\"} 1.0"));
      agent.child().terminate();
      assertEquals(0, agent.child().exitStatus());
    }
  }

  private static double textFileFailures(RunningAgent agent) {
    return agent.value(
        "plimsoll_agent_source_failures_total{kind=\"timeout\",source=\"textfile\"}");
  }

  @Test
  void dfTellsItAndGoesOn() {
    Answer df = plimsoll("df");
    assertEquals(1, df.status());
    assertTrue(
        df.err().lines().anyMatch(("df: " + point + ": the file system does not answer")::equals),
        df.err());
    List<String> line = df.out().lines().filter(one -> one.endsWith(point.toString())).toList();
    assertEquals(
        List.of("plimsoll-hangs - - - - " + point), line.stream().map(this::words).toList());
    assertTrue(df.out().lines().anyMatch(one -> one.endsWith(" /")), df.out());
    assertEquals(
        "df: " + point + ": the file system does not answer\n",
        plimsoll("df", point.toString()).err());
    String below = point + "/below";
    assertEquals(
        "df: " + below + ": the file system does not answer\n", plimsoll("df", below).err());
  }

  @Test
  void duLeavesItOutAndCountsTheRest() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[10_000]);
    Answer du = plimsoll("du", "-ab", folder.toString(), point + "/below");
    assertEquals(1, du.status());
    assertEquals(
        "du: cannot access '"
            + point
            + "': the file system does not answer\n"
            + "du: cannot access '"
            + point
            + "/below': the file system does not answer\n",
        du.err());
    assertTrue(du.out().contains("10000\t" + file + "\n"), du.out());
    assertTrue(du.out().endsWith("\t" + folder + "\n"), du.out());
  }

  @Test
  void findmntShowsItWithoutASize() {
    Answer found = plimsoll("findmnt", "-n", "-o", "SIZE,TARGET", "-t", "fuse.plimsoll");
    assertTrue(
        found.out().lines().map(String::strip).anyMatch(point.toString()::equals), found.out());
  }

  private String words(String line) {
    return String.join(" ", List.of(line.strip().split(" +", -1)));
  }

  /// Of this mount alone: others of the machine may hang too.
  private Stream<String> here(RunningAgent agent, String page, String start) {
    String own = "mountpoint=\"" + point + '"';
    return lines(agent, page, start).filter(line -> line.contains(own));
  }

  private static Stream<String> lines(RunningAgent agent, String page, String start) {
    return agent.text(page).lines().filter(line -> line.startsWith(start));
  }

  private static Answer plimsoll(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = PlimsollCommand.run(arguments, Map.of(), stream(out), stream(err));
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
