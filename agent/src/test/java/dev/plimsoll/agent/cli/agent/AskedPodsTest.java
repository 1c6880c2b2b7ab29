package dev.plimsoll.agent.cli.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.agent.web.api.FixtureAgent;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AskedPodsTest {
  private static final String UID = "069c20da-d7cd-4156-8720-a710c884ffb8";
  private static final String ID =
      "5bdf7344960dff5c71c91b8492df8ac8be84e8d5afd8c24d3ceb3adc552a1544";
  private static final ContainerName NAMELESS =
      new ContainerName("", UID, ID.substring(0, 12), "", "");

  @TempDir private Path root;
  private final AtomicLong nanos = new AtomicLong();

  private AskedPods asked(String agent) throws WrongSettingException {
    return asked(agent, Duration.ofSeconds(30));
  }

  private AskedPods asked(String agent, Duration patience) throws WrongSettingException {
    Roots roots = new Roots("/proc", "/sys", root.toString());
    return new AskedPods(AgentUrl.parse(agent), roots, patience, nanos::get);
  }

  private static CgroupOwner.Container container(String id) {
    return new CgroupOwner.Container(
        UID, id, CgroupOwner.ContainerRuntime.UNKNOWN, CgroupOwner.Qos.UNKNOWN);
  }

  @Test
  void hasTheNamesThatTheAgentTells() throws Exception {
    try (FixtureAgent agent = FixtureAgent.captured()) {
      PodIndex pods = asked(agent.url());
      ContainerName name = new ContainerName("cap", "oom-child", "c", "oom-child", "Pod");
      assertEquals(name, pods.name(container(ID)));
      assertEquals(OptionalLong.of(0), pods.restarts(ID));
      assertEquals(name.ofContainer("0123456789ab"), pods.name(container("0123456789abcdef")));
      assertEquals(name.podOnly(), pods.pod(UID));
      assertEquals("nobody", pods.pod("nobody").pod());
      assertEquals(name, asked(agent.url()).soon().name(container(ID)));
    }
  }

  @Test
  void keepsWhatWasToldWhereTheAgentGoes() throws Exception {
    AskedPods pods;
    try (FixtureAgent agent = FixtureAgent.captured()) {
      pods = asked(agent.url());
      assertEquals("oom-child", pods.pod(UID).pod());
    }
    nanos.addAndGet(3_600_000_000_000L);
    assertEquals("oom-child", pods.pod(UID).pod());
  }

  @Test
  void asksAgainWhenTimeHasPassed() throws Exception {
    AskedPods pods;
    String url;
    try (FixtureAgent agent = FixtureAgent.captured()) {
      url = agent.url();
    }
    pods = asked(url);
    assertEquals(NAMELESS, pods.name(container(ID)));
    try (FixtureAgent agent = FixtureAgent.captured(url)) {
      assertEquals(NAMELESS, pods.name(container(ID)));
      nanos.addAndGet(3_600_000_000_000L);
      assertEquals("oom-child", pods.name(container(ID)).pod());
      assertEquals(url, agent.url());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "http://127.0.0.1:1", "http://127.0.0.1:1/"})
  void hasTheNamesOfLogsWhereNobodyAnswers(String agent) throws Exception {
    Path logs = Files.createDirectories(root.resolve("var/log/containers"));
    Files.createSymbolicLink(
        logs.resolve("oom-child_cap_c-" + ID + ".log"),
        Path.of("/var/log/pods/cap_oom-child_" + UID + "/c/0.log"));
    ContainerName name = new ContainerName("cap", "oom-child", "c", "", "");
    assertEquals(name, asked(agent).name(container(ID)));
    assertEquals(name.podOnly(), asked(agent).pod(UID));
  }

  @Test
  void hasNoNamesWhereThereAreNone() throws Exception {
    assertEquals(NAMELESS, asked("none").name(container(ID)));
    assertEquals(OptionalLong.empty(), asked("none").restarts(ID));
  }

  @Test
  void doesNotWaitForAnAgentThatIsSilent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      PodIndex pods = asked(url, Duration.ofMillis(200));
      assertEquals(NAMELESS, pods.name(container(ID)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0001\u0002",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n<html>",
        "HTTP/1.1 200 OK\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n\r\n{\"pods\":",
        "HTTP/1.1 200 OK\r\n\r\n{\"pods\":[{\"group_uid\":\"" + UID + "\",\"pod\":\"half\"}",
        "HTTP/1.1 503 no\r\n\r\n{\"pods\":[]}",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n",
      })
  void takesNothingFromWhatIsNoAgent(String answer) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = Thread.ofVirtual().start(() -> answer(server, answer));
      PodIndex pods = asked("http://127.0.0.1:" + server.getLocalPort());
      assertEquals(NAMELESS, pods.name(container(ID)));
      thread.join();
    }
  }

  @Test
  void endsAnAnswerWithoutEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> flood(server, "HTTP/1.1 200 OK\r\nx: "));
      PodIndex pods = asked("http://127.0.0.1:" + server.getLocalPort());
      assertEquals(NAMELESS, pods.name(container(ID)));
    }
  }

  private static void answer(ServerSocket server, String answer) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      client.shutdownOutput();
      client.getInputStream().readAllBytes();
    } catch (IOException _) {
      // The client has seen enough.
    }
  }

  private static void flood(ServerSocket server, String begin) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
      byte[] much = "x".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
      while (true) out.write(much);
    } catch (IOException _) {
      // The client has seen enough.
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "127.0.0.1:9754",
        "https://127.0.0.1:9754",
        "http://",
        "http://h:9754/api",
        "http://u:p@h",
        "http://h?x",
        "http://h:99999",
        "http://h h"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThrows(WrongSettingException.class, () -> AgentUrl.parse(text));
  }

  @Test
  void knowsAddresses() throws WrongSettingException {
    assertEquals(Optional.of(new AgentUrl("::1", 80)), AgentUrl.parse("http://[::1]"));
    assertEquals("[::1]:80", new AgentUrl("::1", 80).authority());
    assertEquals(Optional.empty(), AgentUrl.parse(""));
  }
}
