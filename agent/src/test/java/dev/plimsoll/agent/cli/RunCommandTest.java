package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "--nonsense, Unknown option: '--nonsense'",
    "--later.url=https://localhost, 'Unknown option: ''--later.url=https://localhost'''",
    "--kubelet.url=10.0.0.7, --kubelet.url: \"10.0.0.7\" is not an address such as https://10.0.0.7:10250",
    "--kubelet.url=https://n/pods, --kubelet.url: \"https://n/pods\" is not an address such as https://10.0.0.7:10250",
    "--pods.source=api, --pods.source: api needs --api.url",
    "--interval.fast=soon, '--interval.fast: \"soon\" is not a duration such as 500ms, 15s or 1m30s'",
    "--interval.fast=1ms, --interval.fast: \"1ms\" is less than 100ms",
    "--web.listen-address=9753, '--web.listen-address: \"9753\" is not an address such as 0.0.0.0:9753, :9753 or [::1]:9753'",
    "--web.page-address=9754, '--web.page-address: \"9754\" is not an address such as 0.0.0.0:9753, :9753 or [::1]:9753'",
    "--path.procfs=/not/there, --path.procfs: /not/there is not a directory",
    "--config.file=/not/there, /not/there: no such file",
    "--process.config=/not/there.yml, --process.config: /not/there.yml: does not exist",
    "--log.format=xml, --log.format: \"xml\" is not one of logfmt|json",
    "--no-collector.nonsense, Unknown option: '--no-collector.nonsense'",
    "--interval.fast, Missing required parameter for option '--interval.fast' (DURATION)",
  })
  void refusesAWrongFlagInOneLine(String flag, String complaint) {
    assertEquals(2, run(flag));
    assertEquals("plimsoll run: " + complaint + '\n', err.toString(StandardCharsets.UTF_8));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void refusesASwitchBothOnAndOff() {
    assertEquals(2, run("--collector.stat", "--no-collector.stat"));
    assertEquals(
        "plimsoll run: --collector.stat and --no-collector.stat exclude each other\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void keepsAHostileValueFromTheTerminal() {
    assertEquals(2, run("--log.level=\u001b[2J\nx"));
    assertEquals(
        "plimsoll run: --log.level: \"\\x1b[2J\\x0ax\" is not one of debug|info|warn|error\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void failsInOneLineWhereThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertEquals(1, run("--web.listen-address=" + address));
      assertEquals(
          "plimsoll run: cannot listen on " + address + ": Address already in use\n",
          err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void failsInOneLineWhereThePagesPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertEquals(1, run("--web.listen-address=127.0.0.1:0", "--web.page-address=" + address));
      assertEquals(
          "plimsoll run: cannot listen on "
              + address
              + ": Address already in use; --web.page-address names another\n",
          err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void refusesPasswordsBesideAnOpenPage() {
    assertEquals(2, run("--web.config.file=web.yml", "--web.page-address=0.0.0.0:0"));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).startsWith("plimsoll run: --web.page-address: is not"),
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void tellsItsFlags() {
    assertEquals(0, run("--help"));
    String help = out.toString(StandardCharsets.UTF_8);
    assertTrue(help.contains("--web.listen-address=ADDRESS"), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
  }

  private int run(String... flags) {
    String[] args = new String[flags.length + 1];
    args[0] = "run";
    System.arraycopy(flags, 0, args, 1, flags.length);
    return PlimsollCommand.run(args, Map.of(), print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
