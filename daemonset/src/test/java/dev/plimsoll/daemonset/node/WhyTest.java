package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is said of pods that `kube/workloads.yaml` makes ill, each in its own way.
@KubeTest
final class WhyTest {

  /// Each at some time: one that crashes is between two states now and then.
  @Test
  void theApiFindsThem(Cluster cluster) throws InterruptedException {
    Set<String> open =
        new TreeSet<>(
            Set.of(
                "plimsoll-work/sigterm ignores stop_signal_dropped",
                "plimsoll-work/sigterm unaware stop_signal_dropped",
                "plimsoll-work/crashing crashing crash_loop",
                "plimsoll-work/failing by-exec probe_failing",
                "plimsoll-work/failing by-http probe_failing",
                "plimsoll-work/failing by-tcp probe_failing",
                "plimsoll-work/no-image no-image image",
                "plimsoll-work/visited visited zombies"));
    Await.nothingWrong(
        "findings",
        () -> {
          open.removeAll(findings(cluster));
          return open;
        });
    Set<String> all = findings(cluster);
    assertFalse(all.contains("plimsoll-work/sigterm handles stop_signal_dropped"), all::toString);
  }

  /// Pod, container and kind of all that is found.
  static Set<String> findings(Cluster cluster) {
    return Json.parse(cluster.agent().api("/api/v1/why"))
        .list("pods")
        .flatMap(
            pod ->
                pod.list("findings")
                    .map(
                        finding ->
                            pod.text("namespace")
                                + '/'
                                + pod.text("pod")
                                + ' '
                                + finding.text("container")
                                + ' '
                                + finding.text("kind")))
        .collect(Collectors.toSet());
  }

  @Test
  void theCommandSaysThem(Cluster cluster) throws IOException, InterruptedException {
    Map<String, String> open = new TreeMap<>();
    open.put(
        "plimsoll-work/sigterm",
        "The first process of container ignores, sh, has no handler for SIGTERM:"
            + " each deletion takes the whole grace of 30 s");
    open.put(
        "plimsoll-work/crashing",
        "Container crashing keeps ending, and waits to be started again after \\d+ restarts?;"
            + " the last run ended with exit code 7");
    open.put(
        "plimsoll-work/failing",
        "The readiness probe of container by-tcp has failed \\d+ times in a row;"
            + " the pod gets no traffic");
    open.put(
        "plimsoll-work/no-image",
        "The image nobody-has-this:1 of container no-image cannot be had: ErrImageNeverPull");
    open.put(
        "plimsoll-work/visited",
        "1 process of container visited has ended and is not reaped by its parent, sleep,"
            + " the first process there");
    Await.nothingWrong("sentences", () -> unsaid(cluster, open));
    String sigterm = why(cluster, "plimsoll-work/sigterm");
    assertFalse(sigterm.contains("process of container handles"), sigterm);
  }

  /// What is said instead; what was said once is no longer asked for.
  private static List<String> unsaid(Cluster cluster, Map<String, String> open)
      throws IOException, InterruptedException {
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, String> each : Map.copyOf(open).entrySet()) {
      String said = why(cluster, each.getKey());
      if (Pattern.compile(each.getValue()).matcher(said).find()) {
        open.remove(each.getKey());
      } else {
        others.add(said);
      }
    }
    return others;
  }

  /// In one line, however it was broken.
  static String why(Cluster cluster, String pod) throws IOException, InterruptedException {
    String[] parts = pod.split("/", 2);
    return cluster.agent().command("why", "-n", parts[0], parts[1]).replaceAll("\\s+", " ");
  }
}
