package dev.plimsoll.daemonset.node;

import dev.plimsoll.daemonset.node.Samples.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What only shows where processes, containers and pods are seen together.
@KubeTest
final class InsightsTest {
  private static final String VISITED = "plimsoll-work/visited/visited";
  private static final String HANDLED = "plimsoll_container_sigterm_handled";
  private static final String SESSIONS = "plimsoll_container_sessions";
  private static final String ZOMBIES = "plimsoll_container_zombies";

  /// By what the manifests have as the first process of each.
  @Test
  void whoHandlesSigterm(Cluster cluster) throws InterruptedException {
    Map<String, Double> wanted =
        Map.of(
            "plimsoll-work/sigterm/ignores", 0.0,
            "plimsoll-work/sigterm/unaware", 0.0,
            "plimsoll-work/sigterm/handles", 1.0,
            "plimsoll-work/visited/visited", 0.0,
            "plimsoll-work/secretive/secretive", 0.0,
            "plimsoll-test/host-network/sleeper", 0.0);
    Await.nothingWrong(
        "first processes",
        () -> {
          Map<String, Double> found =
              cluster
                  .agent()
                  .samples("/metrics")
                  .of(HANDLED)
                  .collect(
                      Collectors.toMap(
                          each -> each.series().container(),
                          Sample::value,
                          (first, _) -> first,
                          TreeMap::new));
          return wanted.entrySet().stream()
              .filter(each -> !each.getValue().equals(found.get(each.getKey())))
              .map(each -> each + ", but " + found.get(each.getKey()))
              .toList();
        });
  }

  @Test
  void aZombieThatNobodyReaps(Cluster cluster) throws InterruptedException {
    Await.until(
        "a zombie", () -> cluster.agent().samples("/metrics").ofContainer(ZOMBIES, VISITED) == 1);
  }

  /// A shell at a terminal, a command without one, and what the latter left behind.
  @Test
  void whoWasBroughtIn(Cluster cluster) throws IOException, InterruptedException {
    Process shell = terminal(cluster);
    Process command = command(cluster);
    try {
      Await.until("somebody at a terminal", () -> sessions(cluster, "interactive") == 1);
      Await.until("a command", () -> sessions(cluster, "other") == 1);
      cluster.exec(VISITED, "touch", "/tmp/end");
      Await.until("what it left behind", () -> sessions(cluster, "leftover") == 1);
      Await.until("the command has ended", () -> sessions(cluster, "other") == 0);
    } finally {
      end(shell);
      end(command);
    }
  }

  private static double sessions(Cluster cluster, String kind) {
    return cluster
        .agent()
        .samples("/metrics")
        .of(SESSIONS)
        .filter(each -> each.series().container().equals(VISITED))
        .filter(each -> each.series().label("kind").equals(kind))
        .mapToDouble(Sample::value)
        .sum();
  }

  /// `script` gives kubectl a terminal; it ends with its input.
  private static Process terminal(Cluster cluster) throws IOException {
    String exec = "exec -it -n plimsoll-work visited -c visited -- sh";
    String kubectl = String.join(" ", cluster.node().program("kubectl", List.of()).command());
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qfc", kubectl + ' ' + exec, "/dev/null");
    return started(cluster, builder);
  }

  private static Process command(Cluster cluster) throws IOException {
    String script = "sleep 5000 >/dev/null 2>&1 & until [ -e /tmp/end ]; do sleep 1; done";
    return started(
        cluster,
        cluster
            .node()
            .program(
                "kubectl",
                List.of("exec", "-n", "plimsoll-work", "visited", "--", "sh", "-c", script)));
  }

  private static Process started(Cluster cluster, ProcessBuilder builder) throws IOException {
    Path out = cluster.folder().resolve("session.out");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
        .start();
  }

  private static void end(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
