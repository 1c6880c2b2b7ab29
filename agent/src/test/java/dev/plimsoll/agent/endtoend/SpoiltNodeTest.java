package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.Peers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that vanish, hold nonsense or must not be read, and names that nobody would give: the rest
/// is shown, the failure is counted, and the log names it once.
class SpoiltNodeTest {
  @TempDir private Path folder;
  @TempDir private Path output;
  private NodeCopy node;

  @BeforeEach
  void copyNode() throws Exception {
    node = NodeCopy.of("v1-hybrid", folder);
  }

  @Test
  void goesOnWhenAFileVanishesAndWhenItComesBack() throws Exception {
    try (RunningAgent agent = RunningAgent.start(output, node.options())) {
      String load = new String(node.read("proc/loadavg"), StandardCharsets.ISO_8859_1);
      node.delete("proc/loadavg");
      awaitFailures(agent, "loadavg", "missing", 5);
      assertEquals(0.0, agent.value("plimsoll_agent_source_success{source=\"loadavg\"}"));
      assertTrue(agent.value("plimsoll_node_memory_total_bytes") > 0);
      assertFalse(agent.text("/metrics").contains("plimsoll_node_load1"));

      node.write("proc/loadavg", load);
      agent.child().await("well", () -> count(agent, "source loadavg no longer missing") == 1);
      assertTrue(agent.value("plimsoll_node_load1") >= 0);
      assertEquals(1, count(agent, "source loadavg missing: "));
    }
  }

  @Test
  void goesOnWhenAFileHoldsNonsense() throws Exception {
    node.write("proc/loadavg", "0.1 \u001b[2J\u00ff\n");
    try (RunningAgent agent = RunningAgent.start(output, node.options())) {
      awaitFailures(agent, "loadavg", "malformed", 5);
      assertTrue(agent.value("plimsoll_node_memory_total_bytes") > 0);
      assertEquals(1, count(agent, "source loadavg malformed: "));
      assertEquals(1, count(agent, "loadavg line 1: "));
      assertHarmless(agent);
    }
  }

  @Test
  void goesOnWhenFilesMustNotBeRead() throws Exception {
    node.write("sys/fs/cgroup/cgroup.controllers", "cpu\n");
    node.forbid("sys/fs/cgroup");
    node.forbid("proc/vmstat");
    try (RunningAgent agent =
        RunningAgent.start(output, NodeCopy.withoutRights(), node.options())) {
      awaitFailures(agent, "vmstat", "denied", 5);
      awaitFailures(agent, "cgroups", "denied", 5);
      assertTrue(agent.value("plimsoll_node_load1") >= 0);
      assertEquals(1, count(agent, "source vmstat denied: "));
      assertEquals(1, count(agent, "source cgroups denied: "));
      assertTrue(agent.child().out().contains("cannot read   vmstat: "), agent.child().out());
    }
  }

  @Test
  void outlivesAllOfProc() throws Exception {
    try (RunningAgent agent = RunningAgent.start(output, node.options())) {
      node.delete("proc");
      awaitFailures(agent, "stat", "missing", 3);
      awaitFailures(agent, "processes", "missing", 3);
      assertEquals(200, agent.status("/healthz"));
      assertTrue(agent.value("plimsoll_agent_cpu_seconds_total") > 0);
      assertEquals(0.0, agent.value("plimsoll_agent_passes_failed_total{pace=\"fast\"}"));
    }
  }

  @Test
  void namesThatNobodyWouldGiveComeOutWhole() throws Exception {
    nameBadly();
    try (RunningAgent agent = RunningAgent.start(output, node.options());
        Prometheus prometheus = Prometheus.start(output, agent.address())) {
      assertLint(agent.text("/metrics"));
      assertLint(agent.text("/metrics/process"));
      for (String format : Prometheus.FORMATS) {
        prometheus.await("count_over_time(up{job='" + format + "'}[1m]) >= 3");
        assertEquals(
            Set.of("q\"b\\s\u001b[31m\\xff"),
            prometheus.names(
                "plimsoll_node_disk_busy_seconds_total{job='" + format + "',device=~'q.+'}",
                "device"));
      }
      assertEquals(
          new TreeSet<>(Prometheus.FORMATS), prometheus.names("min_over_time(up[1m]) == 1", "job"));
      assertTrue(agent.text("/metrics/process").contains("\"a\\\"b\\\\c\\nd) \u001b[2J\\\\xff"));
      assertEquals(200, agent.status("/"));
      assertHarmless(agent);
    }
  }

  private void nameBadly() throws Exception {
    String disks = new String(node.read("proc/diskstats"), StandardCharsets.ISO_8859_1);
    String bad = " 254 9 q\"b\\s\u001b[31m\u00ff 1 2 3 4 5 6 7 8 9 10 11\n";
    node.write("proc/diskstats", disks + bad);
    String mounts = new String(node.read("proc/1/mountinfo"), StandardCharsets.ISO_8859_1);
    String mount = "99 1 254:9 / /m\\012\"\\134\u001b\u00ff rw - ext4 /dev/q\"\\134\u00ff rw\n";
    node.write("proc/1/mountinfo", mounts + mount);
    node.copyProcess(2131);
    String stat = new String(node.read("proc/2131/stat"), StandardCharsets.ISO_8859_1);
    String rest = stat.substring(stat.lastIndexOf(')'));
    node.write("proc/2131/stat", "2131 (a\"b\\c\nd) \u001b[2J\u00ff" + rest);
  }

  private void assertLint(String page) throws Exception {
    Path file = Files.writeString(output.resolve("page"), page);
    List<String> command =
        List.of("sh", "-c", Peers.require("promtool") + " check metrics <" + file);
    try (Child promtool = Child.start(output, Map.of(), command)) {
      promtool.exitStatus();
      assertFalse(promtool.err().contains("error while linting"), promtool::err);
    }
  }

  private static void awaitFailures(RunningAgent agent, String source, String kind, int least)
      throws InterruptedException {
    String series =
        "plimsoll_agent_source_failures_total{kind=\"%s\",source=\"%s\"} ".formatted(kind, source);
    agent
        .child()
        .await(
            series + "of " + least,
            () ->
                agent
                    .text("/metrics")
                    .lines()
                    .filter(line -> line.startsWith(series))
                    .anyMatch(
                        line -> Double.parseDouble(line.substring(series.length())) >= least));
  }

  private static long count(RunningAgent agent, String words) {
    return agent.child().err().lines().filter(line -> line.contains(words)).count();
  }

  private static void assertHarmless(RunningAgent agent) {
    String said = agent.child().out() + agent.child().err();
    assertTrue(said.chars().allMatch(unit -> unit == '\n' || (unit >= ' ' && unit <= '~')), said);
  }
}
