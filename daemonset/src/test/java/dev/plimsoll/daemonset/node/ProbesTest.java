package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.daemonset.node.Samples.Sample;
import dev.plimsoll.daemonset.node.Samples.Series;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Counts of probes beside the kubelet's own, and what follows from them.
@KubeTest
final class ProbesTest {
  private static final String RESULTS = "plimsoll_probe_results_total";
  private static final String STREAK = "plimsoll_probe_consecutive_failures";

  /// Between what the kubelet says before and after.
  @Test
  void counts(Cluster cluster) throws IOException, InterruptedException {
    Map<String, Double> before = kubelet(cluster);
    Await.nothingWrong("as many as the kubelet said", () -> fewer(before, ours(cluster)));
    Map<String, Double> ours = ours(cluster);
    assertEquals(List.of(), fewer(ours, kubelet(cluster)));
  }

  static List<String> fewer(Map<String, Double> least, Map<String, Double> counts) {
    return least.entrySet().stream()
        .filter(entry -> counts.getOrDefault(entry.getKey(), 0.0) < entry.getValue())
        .map(entry -> entry + ", but " + counts.get(entry.getKey()))
        .toList();
  }

  static Map<String, Double> kubelet(Cluster cluster) throws IOException, InterruptedException {
    return counts(
        Samples.parse(cluster.node().kubelet("/metrics/probes")).of("prober_probe_total"),
        "probe_type");
  }

  static Map<String, Double> ours(Cluster cluster) {
    return counts(cluster.agent().samples("/metrics").of(RESULTS), "probe");
  }

  private static Map<String, Double> counts(Stream<Sample> samples, String type) {
    return samples.collect(
        Collectors.toMap(
            sample -> name(sample.series(), type), Sample::value, Double::sum, TreeMap::new));
  }

  private static String name(Series series, String type) {
    return String.join(
        " ",
        series.container(),
        series.label(type).toLowerCase(Locale.ROOT),
        series.label("result"));
  }

  @Test
  void theKubeletsOwnSeries(Cluster cluster) throws InterruptedException {
    Await.nothingWrong(
        "/metrics/probes",
        () -> {
          Set<String> kubelet = names(cluster.node().kubelet("/metrics/probes"));
          if (kubelet.isEmpty()) return List.of("the kubelet tells of none");
          return JoinTest.difference(kubelet, names(cluster.agent().page("/metrics/probes")));
        });
  }

  /// The series of the tests' pods.
  private static Set<String> names(String page) {
    return Samples.parse(page).values().keySet().stream()
        .filter(series -> series.label("namespace").startsWith("plimsoll-"))
        .map(Series::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Those that fail, those that take too long and those that succeed.
  @Test
  void streaks(Cluster cluster) throws InterruptedException {
    Await.nothingWrong(
        "streaks",
        () -> {
          Samples page = cluster.agent().samples("/metrics");
          return Stream.of("failing", "too-slow")
              .flatMap(pod -> Stream.of("by-exec", "by-http", "by-tcp").map(by -> pod + '/' + by))
              .map("plimsoll-work/"::concat)
              .filter(container -> !onlyFails(page, container))
              .toList();
        });
    Await.until("successes", () -> succeeds(cluster.agent().samples("/metrics")));
  }

  private static boolean onlyFails(Samples page, String container) {
    double tries = page.ofContainer(RESULTS, container);
    return tries >= 3
        && page.ofContainer(STREAK, container) == tries
        && page.ofContainer("plimsoll_probe_failure_threshold_ratio", container) == tries / 3
        && page.ofContainer("plimsoll_probe_last_success_time_seconds", container) == 0;
  }

  private static boolean succeeds(Samples page) {
    List<Sample> streaks =
        page.of(STREAK).filter(sample -> sample.series().label("workload").equals("web")).toList();
    List<Sample> successes =
        page.of(RESULTS)
            .filter(sample -> sample.series().label("workload").equals("web"))
            .filter(sample -> sample.series().label("result").equals("successful"))
            .toList();
    return streaks.size() == 3
        && streaks.stream().allMatch(sample -> sample.value() == 0)
        && successes.size() == 3
        && successes.stream().allMatch(sample -> sample.value() > 0);
  }

  @Test
  void handlers(Cluster cluster) {
    Map<String, String> handlers =
        cluster
            .agent()
            .samples("/metrics")
            .of("plimsoll_probe_info")
            .map(Sample::series)
            .collect(
                Collectors.toMap(
                    series ->
                        series.label("workload")
                            + '/'
                            + series.label("container")
                            + ' '
                            + series.label("probe"),
                    series -> series.label("handler"),
                    (first, _) -> first,
                    TreeMap::new));
    Map<String, String> wanted =
        Map.of(
            "failing/by-exec readiness", "exec",
            "failing/by-http readiness", "http",
            "failing/by-tcp readiness", "tcp",
            "too-slow/by-exec readiness", "exec",
            "too-slow/by-http readiness", "http",
            "too-slow/by-tcp readiness", "tcp",
            "unwell/unwell liveness", "exec",
            "web/server liveness", "exec",
            "web/server readiness", "http",
            "web/server startup", "tcp");
    assertEquals(new TreeMap<>(wanted), handlers);
  }
}
