package dev.plimsoll.agent.cli.pods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.PlimsollCommand;
import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodIdentity;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.web.api.FixtureAgent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands that ask an agent, and a real one with pods of a real kubelet.
@Timeout(60)
class PodCommandsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /// Counted from now, and so other at each run.
  private static final Pattern AGE = Pattern.compile("[ (]+\\d+[smhd]\\b( ago\\))?");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return PlimsollCommand.run(
        words,
        Map.of("COLUMNS", "80"),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String shown(String... words) throws IOException {
    try (FixtureAgent agent = FixtureAgent.captured()) {
      return shown(agent, words);
    }
  }

  private String shown(FixtureAgent agent, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--agent=" + agent.url());
    int status = run(all.toArray(String[]::new));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(0, status);
    return out.toString(StandardCharsets.UTF_8);
  }

  /// When it changes as it should, `-Dgolden.update=true` writes it anew.
  @ParameterizedTest
  @CsvSource({"pods,text", "pods,wide", "probes,text", "probes,wide"})
  void showsWhatItShowed(String command, String form) throws IOException {
    String text = shown(command, "-o", form);
    String ageless = AGE.matcher(text).replaceAll(" AGE").replaceAll(" +", " ");
    Path golden = GOLDEN.resolve(command + "." + form + ".txt");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, ageless);
    assertEquals(Files.readString(golden), ageless);
    if (form.equals("text")) {
      text.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
  }

  @Test
  void takesPodsByNamespaceLabelAndName() throws IOException {
    assertEquals(2, shown("pods", "-n", "cap", "nonroot").lines().count());
    out.reset();
    assertEquals(1, shown("pods", "-A", "-l", "no-such-label").lines().count());
    out.reset();
    String unlabelled = shown("pods", "-l", "!no-such-label", "--no-headers");
    assertEquals(Captured.pods("1.36/pods").pods().size(), unlabelled.lines().count());
  }

  @Test
  void sortsByRestarts() throws IOException {
    List<String> lines = shown("pods", "--sort=restarts", "-o", "json").lines().toList();
    assertFalse(lines.get(1).contains("\"restarts\":0,"), lines.get(1));
  }

  @Test
  void putsProbesThatFailFirst() throws IOException {
    List<String> lines = shown("probes", "-o", "json").lines().toList();
    assertTrue(lines.get(1).contains("\"threshold_ratio\":"), lines.get(1));
    assertFalse(lines.get(1).contains("\"threshold_ratio\":0.0"), lines.get(1));
  }

  @Test
  void keepsNastyNamesFromTheTerminal() throws IOException {
    String pod =
        "{\"kind\":\"PodList\",\"items\":[{\"metadata\":{\"uid\":\"1\",\"namespace\":\"n\","
            + "\"name\":\"\\u001b[2J\\nx\\u202e\\ud800\"},\"spec\":{},"
            + "\"status\":{\"phase\":\"\\u001b]0;x\\u0007\"}}]}";
    byte[] bytes = pod.getBytes(StandardCharsets.UTF_8);
    List<Pod> pods =
        new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(bytes)).pods();
    try (FixtureAgent agent = FixtureAgent.of(pods, List.of(), ProbeResults.none())) {
      String shown = shown(agent, "pods", "-o", "wide");
      assertEquals(2, shown.lines().count(), shown);
      assertTrue(shown.contains("\\x1b[2J\\x0ax\\xe2\\x80\\xae"), shown);
      assertFalse(shown.contains("\u001b"), shown);
      out.reset();
      assertTrue(shown(agent, "pods", "-o", "json").contains("\"name\":\"\\u001B[2J\\n"));
    }
  }

  @Test
  void showsAThousandPods() throws IOException {
    List<Pod> pods = new ArrayList<>();
    List<Pod> captured = Captured.pods("1.36/pods").pods();
    for (int number = 0; number < 1000; number++) {
      pods.add(renamed(captured.get(number % captured.size()), number));
    }
    try (FixtureAgent agent = FixtureAgent.of(pods, List.of(), ProbeResults.none())) {
      assertEquals(1001, shown(agent, "pods").lines().count());
      out.reset();
      assertEquals(1001 + 1, shown(agent, "pods", "-o", "json").lines().count());
    }
  }

  private static Pod renamed(Pod pod, int number) {
    PodIdentity who = pod.identity();
    return new Pod(
        new PodIdentity(
            "uid-" + number,
            "uid-" + number,
            who.namespace(),
            who.name() + '-' + number,
            who.isStatic(),
            who.labels(),
            who.annotations(),
            who.created(),
            who.deletion(),
            who.deletionGrace(),
            who.owners()),
        pod.workload(),
        pod.spec(),
        pod.status(),
        pod.containers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pods", "probes"})
  void saysInOneLineThatNoAgentAnswers(String command) {
    assertEquals(1, run(command, "--agent=http://127.0.0.1:1"));
    assertEquals(
        "plimsoll "
            + command
            + ": no agent tells of this at http://127.0.0.1:1: Connection refused"
            + " (--agent names another)\n",
        err.toString(StandardCharsets.UTF_8));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--agent=nobody | --agent: \"nobody\" is neither none nor an address such as http://127.0.0.1:9754",
        "--selector=a=b=c | -l: \"a=b=c\" is not a selector such as app=web",
        "--sort=size | Invalid value for option '--sort'",
        "--output=yaml | Invalid value for option '--output'",
      })
  void refusesWrongValues(String flag, String complaint) {
    assertEquals(2, run("pods", flag));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.startsWith("plimsoll pods: " + complaint), said);
    assertEquals(1, said.lines().count(), said);
  }
}
