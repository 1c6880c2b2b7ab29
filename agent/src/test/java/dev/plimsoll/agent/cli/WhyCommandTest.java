package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.insight.Insights;
import dev.plimsoll.agent.insight.TroubledNode;
import dev.plimsoll.agent.insight.why.Why;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.web.PageServer;
import dev.plimsoll.agent.web.api.SessionsResource;
import dev.plimsoll.agent.web.api.WhyResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `why` and `sessions` as people see them, asking an agent over its real server.
class WhyCommandTest {
  private static final Path RESOURCES = Path.of("src/test/resources/why");

  @TempDir private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private PageServer server;

  @BeforeEach
  void serve() throws IOException {
    Why why = TroubledNode.why(root.resolve("why"), true);
    Insights insights = TroubledNode.insights(root.resolve("sessions"));
    server =
        new PageServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            List.of(
                new WhyResource(() -> Optional.of(why)),
                new SessionsResource(() -> insights, PodIndex::standAlone)));
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int run(String... words) {
    out.reset();
    err.reset();
    String agent = "--agent=http://127.0.0.1:" + server.address().getPort();
    String[] all = Stream.concat(Stream.of(words), Stream.of(agent)).toArray(String[]::new);
    Map<String, String> environment = Map.of("COLUMNS", "80");
    return PlimsollCommand.run(all, environment, utf8(out), utf8(err));
  }

  private static PrintStream utf8(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complaint() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void matches(String golden) throws IOException {
    Path file = RESOURCES.resolve(golden);
    if (Boolean.getBoolean("golden.update")) Files.writeString(file, printed());
    assertEquals(Files.readString(file), printed());
    assertTrue(printed().lines().allMatch(line -> line.length() <= 80));
  }

  @Test
  void showsThePodsInTrouble() throws IOException {
    assertEquals(0, run("why"), this::complaint);
    matches("all.txt");
  }

  @Test
  void showsOnePodByTheBeginningOfItsName() throws IOException {
    assertEquals(0, run("why", "-n", "shop", "web"), this::complaint);
    matches("web.txt");
  }

  @Test
  void saysWhichPodsMayBeMeant() {
    assertEquals(1, run("why", "w"));
    assertTrue(complaint().contains("shop/waiting"), this::complaint);
    assertTrue(complaint().contains("shop/web-0"), this::complaint);
    assertEquals(1, run("why", "-n", "elsewhere", "web-0"));
    assertTrue(complaint().contains("there is no pod web-0 on this node"), this::complaint);
  }

  @Test
  void givesTheAgentsJson() {
    assertEquals(0, run("why", "-o", "json", "web-0"), this::complaint);
    assertTrue(printed().startsWith("{\"namespace\":\"shop\",\"pod\":\"web-0\""), this::printed);
    assertEquals(0, run("why", "-o", "json"), this::complaint);
    assertTrue(printed().startsWith("{\"pods\":["), this::printed);
    assertFalse(printed().contains("s3cret"));
  }

  @Test
  void showsSessionsWithoutArguments() {
    assertEquals(0, run("sessions"), this::complaint);
    assertTrue(printed().contains(" interactive pts/0 "), this::printed);
    assertTrue(printed().contains(" leftover "), this::printed);
    assertTrue(printed().contains("[tail]"), this::printed);
    assertFalse(printed().contains("s3cret"));
    assertEquals(0, run("sessions", "-o", "json"), this::complaint);
    assertTrue(printed().contains("\"kind\":\"interactive\""), this::printed);
    assertEquals(0, run("sessions", "-n", "elsewhere", "-o", "wide"), this::complaint);
    assertEquals(1, printed().lines().count());
  }

  @Test
  void saysWhereItAskedInVain() {
    server.close();
    assertEquals(1, run("why"));
    assertTrue(
        complaint().contains("no agent tells of this at http://127.0.0.1:"), this::complaint);
    assertEquals(1, complaint().lines().count());
  }
}
