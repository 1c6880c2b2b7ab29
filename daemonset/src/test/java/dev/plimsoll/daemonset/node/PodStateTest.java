package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.daemonset.node.ClusterPod.ClusterContainer;
import dev.plimsoll.daemonset.node.Samples.Sample;
import dev.plimsoll.daemonset.node.Samples.Series;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `plimsoll_pod_*` and `plimsoll_container_*` beside what the API server says of the same pods.
@KubeTest
final class PodStateTest {
  private static final Map<String, String> KINDS =
      Map.of("web", "Deployment/web", "completes", "Job/completes", "fails", "Job/fails");

  private static void agree(
      Cluster cluster,
      String what,
      Function<ClusterPod, Stream<String>> wanted,
      String family,
      Function<Sample, String> found)
      throws InterruptedException {
    Await.nothingWrong(
        what,
        () -> {
          Set<String> all = new TreeSet<>();
          cluster.pods().forEach(pod -> wanted.apply(pod).forEach(all::add));
          Set<String> ours =
              cluster
                  .agent()
                  .samples("/metrics")
                  .of(family)
                  .map(found)
                  .collect(Collectors.toCollection(TreeSet::new));
          return JoinTest.difference(all, ours);
        });
  }

  private static Function<ClusterPod, Stream<String>> each(
      Function<ClusterContainer, String> what) {
    return pod -> pod.containers().map(container -> container.name() + ' ' + what.apply(container));
  }

  private static Function<Sample, String> ofContainer(Function<Sample, String> what) {
    return sample -> sample.series().container() + ' ' + what.apply(sample);
  }

  private static String count(Sample sample) {
    return "" + (long) sample.value();
  }

  private static String truth(Sample sample) {
    return "" + (sample.value() == 1);
  }

  @Test
  void pods(Cluster cluster) throws InterruptedException {
    agree(
        cluster,
        "phases",
        pod -> Stream.of(pod.name() + ' ' + pod.status().text("phase")),
        "plimsoll_pod_phase",
        sample -> sample.series().pod() + ' ' + sample.series().label("phase"));
    agree(
        cluster,
        "ready",
        pod -> Stream.of(pod.name() + ' ' + pod.condition("Ready").equals("True")),
        "plimsoll_pod_ready",
        sample -> sample.series().pod() + ' ' + truth(sample));
    agree(
        cluster,
        "info",
        pod -> Stream.of(info(pod, cluster.node())),
        "plimsoll_pod_info",
        sample -> info(sample.series()));
  }

  private static String info(ClusterPod pod, KubeNode node) {
    return String.join(
        " ",
        pod.name(),
        workload(pod, node),
        pod.status().text("qosClass"),
        pod.spec().text("nodeName"),
        pod.status().text("podIP"),
        "" + pod.spec().isTrue("hostNetwork"));
  }

  private static String info(Series series) {
    return String.join(
        " ",
        series.pod(),
        series.label("workload_kind") + '/' + series.label("workload"),
        series.label("qos"),
        series.label("node"),
        series.label("pod_ip"),
        series.label("host_network"));
  }

  /// Whose pod it is, as the manifests of these tests have it.
  private static String workload(ClusterPod pod, KubeNode node) {
    String name = pod.metadata().text("name");
    if (!pod.groupUid().equals(pod.metadata().text("uid"))) {
      return "StaticPod/" + name.replace('-' + node.name(), "");
    }
    return KINDS.getOrDefault(name.split("-", 2)[0], "Pod/" + name);
  }

  @Test
  void containers(Cluster cluster) throws InterruptedException {
    agree(
        cluster,
        "states",
        each(container -> container.state() + ' ' + container.reason()),
        "plimsoll_container_state",
        ofContainer(
            sample -> sample.series().label("state") + ' ' + sample.series().label("reason")));
    agree(
        cluster,
        "restarts",
        each(container -> container.json().text("restartCount")),
        "plimsoll_container_restarts_total",
        ofContainer(PodStateTest::count));
    agree(
        cluster,
        "ready",
        each(container -> container.json().text("ready")),
        "plimsoll_container_ready",
        ofContainer(PodStateTest::truth));
    agree(
        cluster,
        "how the last run ended",
        PodStateTest::lastExits,
        "plimsoll_container_last_exit_time_seconds",
        ofContainer(
            sample -> sample.series().label("reason") + ' ' + sample.series().label("exit_code")));
  }

  private static Stream<String> lastExits(ClusterPod pod) {
    return pod.containers()
        .filter(container -> container.json().object("lastState").has("terminated"))
        .map(container -> container.name() + ' ' + lastExit(container));
  }

  private static String lastExit(ClusterContainer container) {
    Json end = container.json().object("lastState").object("terminated");
    return end.text("reason") + ' ' + end.text("exitCode");
  }

  @Test
  void whatTheManifestsMakeOfThem(Cluster cluster) throws InterruptedException {
    Await.nothingWrong(
        "states",
        () -> {
          Samples page = cluster.agent().samples("/metrics");
          Set<String> states =
              page.of("plimsoll_container_state")
                  .map(Sample::series)
                  .map(each -> each.label("workload") + ' ' + each.label("reason"))
                  .collect(Collectors.toSet());
          return Stream.of(
                  "crashing CrashLoopBackOff",
                  "unwell CrashLoopBackOff",
                  "no-image ErrImageNeverPull",
                  "blocked PodInitializing",
                  "completes Completed",
                  "fails Error")
              .filter(each -> !states.contains(each))
              .toList();
        });
  }

  @Test
  void kindsOfContainers(Cluster cluster) throws InterruptedException {
    agree(
        cluster,
        "specifications",
        pod ->
            Stream.concat(
                kinds(pod, "initContainers", " init "), kinds(pod, "containers", " main ")),
        "plimsoll_container_spec_info",
        sample ->
            sample.series().container()
                + ' '
                + sample.series().label("kind")
                + ' '
                + sample.series().label("image"));
  }

  private static Stream<String> kinds(ClusterPod pod, String list, String kind) {
    return pod.spec()
        .list(list)
        .map(each -> pod.name() + '/' + each.text("name") + kind + each.text("image"));
  }

  @Test
  void theBusyOneIsThrottledAndTheWriterWrites(Cluster cluster) throws InterruptedException {
    String throttled = "plimsoll_container_cpu_throttled_periods_total";
    String written = "plimsoll_process_write_bytes_total";
    Await.nothingWrong(
        "throttled and written",
        () -> {
          Samples page = cluster.agent().samples("/metrics");
          return Stream.of(
                  page.ofContainer(throttled, "plimsoll-test/throttled/busy") > 0 ? "" : throttled,
                  page.ofContainer(written, "plimsoll-test/writer/writer") > 0 ? "" : written)
              .filter(wrong -> !wrong.isEmpty())
              .toList();
        });
    Samples page = cluster.agent().samples("/metrics");
    List<String> idle =
        page.of(throttled)
            .filter(sample -> sample.series().container().equals("plimsoll-test/throttled/busy"))
            .map(sample -> sample.series().label("workload"))
            .toList();
    assertEquals(List.of("throttled"), idle);
  }
}
