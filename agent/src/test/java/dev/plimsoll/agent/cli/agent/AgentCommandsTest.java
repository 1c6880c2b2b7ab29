package dev.plimsoll.agent.cli.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.FakeProc;
import dev.plimsoll.agent.cli.PlimsollCommand;
import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.web.api.FixtureAgent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that read the node themselves and ask an agent for the names of pods. The agent knows
/// the pods of a real kubelet, the trees are of the same node.
@Timeout(60)
class AgentCommandsTest {
  private static final Path NODE =
      Path.of("../collectors/src/test/resources/fixtures/containers").toAbsolutePath().normalize();
  private static final Path V2 = NODE.resolveSibling("v2");
  private static final Pattern ROW =
      Pattern.compile("\"pod\":\"([-0-9a-f]{36})\".*\"id\":\"([0-9a-f]{64})\"");
  private static final String UID = "bbbad6e8-b083-4cc4-a43f-797ac8ac9f03";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private FixtureAgent agent;

  @BeforeEach
  void start() throws Exception {
    begin(FixtureAgent.captured());
  }

  /// Has it answer once, as its first answer may take longer than a command waits.
  private void begin(FixtureAgent started) throws Exception {
    agent = started;
    AgentUrl url = AgentUrl.parse(agent.url()).orElseThrow();
    new AgentClient(url, Duration.ofSeconds(30)).ask(AgentNames.PATH, AgentNames::read);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private int run(Map<String, String> environment, String... words) {
    return PlimsollCommand.run(
        words,
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String shown(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--agent=" + agent.url());
    int status = run(Map.of("COLUMNS", "200"), all.toArray(String[]::new));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(0, status);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void psShowsAndChoosesPodsByName() throws Exception {
    copyNode();
    String shown =
        shown(
            "ps",
            "-eo",
            "pid,namespace,pod,container",
            "--namespace=cap",
            "--pod=nonroot",
            "--path.procfs=" + folder + "/proc",
            "--path.rootfs=" + folder);
    assertTrue(shown.contains(" 2455 cap       nonroot "), shown);
    assertEquals(3, shown.lines().count(), shown);
  }

  @Test
  void psTakesTheAgentFromTheEnvironmentAndNoWrongOne() throws Exception {
    copyNode();
    Map<String, String> environment = Map.of("PLIMSOLL_AGENT", agent.url());
    String procfs = "--path.procfs=" + folder + "/proc";
    assertEquals(0, run(environment, "ps", "-eo", "pod", procfs));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("nonroot\n"));
    assertEquals(2, run(Map.of("PLIMSOLL_AGENT", "x\u001b"), "ps", "-e", procfs));
    assertEquals(
        "plimsoll ps: --agent: \"x\\x1b\" is neither none nor an address such as"
            + " http://127.0.0.1:9754\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void topShowsPodsByName() throws Exception {
    copyNode();
    String shown =
        shown(
            "top",
            "-b",
            "-n1",
            "--pod=nonroot",
            "--path.procfs=" + folder + "/proc",
            "--path.sysfs=" + NODE + "/sys",
            "--path.rootfs=" + folder);
    assertTrue(shown.contains("nonroot"), shown);
  }

  @Test
  void containersShowsPodsByName() throws Exception {
    String[] words = {
      "containers",
      "--delay=0.1",
      "-o=json",
      "--path.procfs=" + V2 + "/proc",
      "--path.sysfs=" + V2 + "/sys",
      "--path.rootfs=" + folder
    };
    Matcher row = ROW.matcher(shown(words));
    assertTrue(row.find());
    NamedContainer named = new NamedContainer("shop", "cart-0", row.group(1), "web", row.group(2));
    out.reset();
    agent.close();
    begin(FixtureAgent.of(List.of(), List.of(named), ProbeResults.none()));
    String shown = shown(words);
    assertTrue(
        shown.contains("{\"namespace\":\"shop\",\"pod\":\"cart-0\",\"container\":\"web\""), shown);
  }

  @Test
  void duShowsPodsByName() throws Exception {
    Path volume = folder.resolve("pods/" + UID + "/volumes/kubernetes.io~empty-dir/data");
    Files.createDirectories(volume);
    String shown = shown("du", "-s", volume.toString());
    assertTrue(shown.endsWith("\tpod cap/nonroot, volume data\n"), shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top", "containers", "df", "du"})
  void refusesAWrongAgent(String command) {
    assertEquals(2, run(Map.of(), command, "--agent=nobody"));
    assertEquals(
        "plimsoll "
            + command
            + ": --agent: \"nobody\" is neither none nor an address such as"
            + " http://127.0.0.1:9754\n",
        err.toString(StandardCharsets.UTF_8));
  }

  /// The processes of the fixture, in a node that is whole.
  private void copyNode() throws Exception {
    new FakeProc(folder).withUsualProcesses();
    try (Stream<Path> files = Files.walk(NODE.resolve("proc"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) continue;
        String name = NODE.resolve("proc").relativize(file).toString();
        Path copy = folder.resolve("proc").resolve(name);
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
  }
}
