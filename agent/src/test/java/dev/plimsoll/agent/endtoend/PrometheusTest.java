package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plimsoll.agent.Peers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus scrapes the agent on this machine's own counters.
class PrometheusTest {
  /// One of each pace: the fast one, that of processes, and the agent's own.
  private static final List<String> COUNTERS =
      List.of(
          "plimsoll_node_cpu_seconds_total",
          "plimsoll_agent_cpu_seconds_total",
          "plimsoll_agent_passes_total");

  @TempDir private Path folder;

  @Test
  void prometheusUnderstandsEveryFormatAndSeesCountersRise() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder);
        Prometheus prometheus = Prometheus.start(folder, agent.address())) {
      for (String format : Prometheus.FORMATS) {
        String job = "{job='" + format + "'}";
        prometheus.await("count_over_time(up" + job + "[1m]) >= 4");
        for (String counter : COUNTERS) prometheus.await(rising(counter + job));
      }
      Set<String> every = new TreeSet<>(Prometheus.FORMATS);
      assertEquals(every, prometheus.names("min_over_time(up[1m]) == 1", "job"));
      String falling = "resets({__name__=~'plimsoll_.+_total'}[1m]) > 0";
      assertEquals(Set.of(), prometheus.names(falling, "job"));
      for (String format : Prometheus.FORMATS) awaitComplete(agent, prometheus, format);
    }
  }

  /// The containers of a captured node: this machine may have none.
  @Test
  void prometheusTakesNativeHistogramsAndClassicOnesWhereTheyAreAskedFor() throws Exception {
    List<String> options =
        new ArrayList<>(List.of(NodeCopy.of("v2", folder.resolve("node")).options()));
    options.add("--metrics.classic-histograms");
    try (RunningAgent agent = RunningAgent.start(folder, options.toArray(String[]::new));
        Prometheus prometheus = Prometheus.start(folder, agent.address())) {
      for (String family : List.of("cpu_sampled_cores", "memory_sampled_bytes")) {
        String name = "plimsoll_container_" + family;
        prometheus.await("histogram_count(" + name + "{job='PrometheusProto'}) > 2");
        prometheus.await("histogram_quantile(0.5, " + name + ") >= 0");
        prometheus.await(name + "_bucket{job='PrometheusText0.0.4',le='+Inf'} > 2");
        prometheus.await(name + "_count{job='OpenMetricsText1.0.0'} > 2");
      }
    }
  }

  private static String rising(String counter) {
    return "sum by (job) (increase(" + counter + "[1m])) > 0";
  }

  /// Prometheus stores names, not families: what it has must be what the text page names. What has
  /// begun since its last scrape, it has after the next.
  private static void awaitComplete(RunningAgent agent, Prometheus prometheus, String format)
      throws InterruptedException {
    Set<String> served = served(agent);
    String all = "group by (__name__) ({__name__=~'plimsoll_.+',job='" + format + "'})";
    prometheus.await(
        () -> prometheus.names(all, "__name__").containsAll(served), format + " of " + served);
  }

  private static Set<String> served(RunningAgent agent) {
    return agent
        .text("/metrics")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void promtoolFindsNothing() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder)) {
      assertFalse(agent.text("/metrics").isEmpty());
      Path page = Files.writeString(folder.resolve("page"), agent.text("/metrics"));
      List<String> command =
          List.of("sh", "-c", Peers.require("promtool") + " check metrics <" + page);
      try (Child promtool = Child.start(folder, Map.of(), command)) {
        assertEquals(0, promtool.exitStatus(), promtool::err);
        assertEquals("", promtool.out() + promtool.err());
      }
    }
  }
}
