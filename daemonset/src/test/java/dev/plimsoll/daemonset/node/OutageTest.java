package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who tells of pods is away for a while: the kubelet is ended and started again, the API server
/// says nothing. What the node itself tells goes on.
@KubeTest
final class OutageTest {
  private static final String AGE = "plimsoll_pods_age_seconds";
  private static final String IN_USE = "plimsoll_pods_source_in_use";
  private static final String PASSES = "plimsoll_agent_passes_total";
  private static final String PROBES = "plimsoll_probe_results_total";

  /// More than a period of asking the kubelet, 15 s.
  private static final double OLD_SECONDS = 20;

  /// The kubelet of the tests is older than 1.33, which is why it tells of its pods only who may do
  /// anything with it.
  private static RunningAgent agentOfTheKubelet(Cluster cluster)
      throws IOException, InterruptedException {
    cluster.node().kubectl("apply", "-f", Cluster.resource("kubelet-reader.yaml").toString());
    Access access = Access.of(cluster.node(), cluster.folder(), "plimsoll-work", "kubelet-reader");
    return new RunningAgent(
        cluster.node(), access, cluster.folder(), "--pods.source=kubelet", "--kubelet.timeout=2s");
  }

  @Test
  void theNodeGoesOnAndThePodsKeepTheirNames(Cluster cluster)
      throws IOException, InterruptedException {
    try (RunningAgent ofTheKubelet = agentOfTheKubelet(cluster)) {
      List<RunningAgent> both = List.of(cluster.agent(), ofTheKubelet);
      Await.until("pods are known", () -> isTold(ofTheKubelet, "kubelet"));
      Await.until("probes are known", () -> ofTheKubelet.samples("/metrics").sum(PROBES, "") > 0);
      assertTrue(isTold(cluster.agent(), "api"));
      Set<String> names = names(ofTheKubelet);
      Components components = Components.of(cluster.node());
      long server = components.pid("kube-apiserver");
      Components.signal(server, "STOP");
      try {
        Components.end(components.pid("kubelet"));
        List<Double> passes = both.stream().map(OutageTest::passes).toList();
        Await.until("old", () -> both.stream().allMatch(agent -> age(agent) > OLD_SECONDS));
        for (int i = 0; i < both.size(); i++) {
          RunningAgent agent = both.get(i);
          double before = passes.get(i);
          Await.until("the node is read", () -> passes(agent) > before + OLD_SECONDS);
          Await.nothingWrong("names", () -> missing(calm(names), names(agent)));
        }
      } finally {
        Components.signal(server, "CONT");
        cluster.node().up();
      }
      Await.until("pods are told of again", () -> age(ofTheKubelet) < OLD_SECONDS);
      Await.nothingWrong("counted from 0 again", () -> fewer(cluster));
      Await.nothingWrong("names", () -> missing(calm(names), names(ofTheKubelet)));
    }
  }

  private static boolean isTold(RunningAgent agent, String source) {
    return agent.samples("/metrics").sum(IN_USE, "source=\"" + source + '"') == 1;
  }

  private static double age(RunningAgent agent) {
    return agent.samples("/metrics").sum(AGE, "");
  }

  private static double passes(RunningAgent agent) {
    return agent.samples("/metrics").sum(PASSES, "pace=\"fast\"");
  }

  static Set<String> names(RunningAgent agent) {
    return agent
        .samples("/metrics")
        .of("plimsoll_container_info")
        .map(sample -> sample.series().container())
        .filter(name -> name.startsWith("plimsoll-") || name.startsWith("default/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Without those that come and go.
  static Stream<String> calm(Set<String> names) {
    return names.stream()
        .filter(name -> !name.contains("/unwell/") && !name.contains("/crashing/"));
  }

  static List<String> missing(Stream<String> wanted, Set<String> found) {
    return wanted.filter(name -> !found.contains(name)).toList();
  }

  /// The kubelet has begun to count anew, and so has the agent.
  private static List<String> fewer(Cluster cluster) throws IOException, InterruptedException {
    Map<String, Double> kubelet = ProbesTest.kubelet(cluster);
    return ProbesTest.fewer(ProbesTest.ours(cluster), kubelet);
  }
}
