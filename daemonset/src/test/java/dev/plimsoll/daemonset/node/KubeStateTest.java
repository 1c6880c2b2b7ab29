package dev.plimsoll.daemonset.node;

import dev.plimsoll.daemonset.node.ClusterPod.ClusterContainer;
import dev.plimsoll.daemonset.node.Samples.Sample;
import dev.plimsoll.daemonset.node.Samples.Series;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `/metrics/kube` beside the objects of the API server, as kube-state-metrics makes series of
/// them.
@KubeTest
final class KubeStateTest {

  /// @param wanted the series of a pod
  private static void agree(
      Cluster cluster, Set<String> families, Function<ClusterPod, Stream<String>> wanted)
      throws InterruptedException {
    Await.nothingWrong(
        families.toString(),
        () -> {
          Set<String> all = new TreeSet<>();
          cluster.pods().forEach(pod -> wanted.apply(pod).forEach(all::add));
          Samples page = cluster.agent().samples("/metrics/kube");
          Set<String> ours =
              families.stream()
                  .flatMap(page::of)
                  .map(KubeStateTest::text)
                  .collect(Collectors.toCollection(TreeSet::new));
          return JoinTest.difference(all, ours);
        });
  }

  private static String text(Sample sample) {
    return sample.series() + " " + (long) sample.value();
  }

  private static String series(String family, ClusterPod pod, long value, String... more) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("namespace", pod.metadata().text("namespace"));
    labels.put("pod", pod.metadata().text("name"));
    labels.put("uid", pod.metadata().text("uid"));
    for (int i = 0; i < more.length; i += 2) labels.put(more[i], more[i + 1]);
    return new Series(family, new TreeMap<>(labels)) + " " + value;
  }

  @Test
  void whatPodsAre(Cluster cluster) throws InterruptedException {
    agree(cluster, Set.of("kube_pod_info"), pod -> Stream.of(info(pod)));
    agree(
        cluster,
        Set.of("kube_pod_owner"),
        pod ->
            pod.metadata().list("ownerReferences").findAny().isPresent() ? owners(pod) : none(pod));
    agree(
        cluster,
        Set.of("kube_pod_restart_policy", "kube_pod_created", "kube_pod_start_time"),
        pod ->
            Stream.of(
                series("kube_pod_restart_policy", pod, 1, "type", pod.spec().text("restartPolicy")),
                series("kube_pod_created", pod, time(pod.metadata().text("creationTimestamp"))),
                series("kube_pod_start_time", pod, time(pod.status().text("startTime")))));
  }

  private static long time(String text) {
    return Instant.parse(text).getEpochSecond();
  }

  private static String info(ClusterPod pod) {
    Json owner =
        pod.metadata().list("ownerReferences").findFirst().orElse(pod.json().object("none"));
    return series(
        "kube_pod_info",
        pod,
        1,
        "host_ip",
        pod.status().text("hostIP"),
        "pod_ip",
        pod.status().text("podIP"),
        "node",
        pod.spec().text("nodeName"),
        "created_by_kind",
        owner.text("kind"),
        "created_by_name",
        owner.text("name"),
        "priority_class",
        pod.spec().text("priorityClassName"),
        "host_network",
        "" + pod.spec().isTrue("hostNetwork"));
  }

  private static Stream<String> owners(ClusterPod pod) {
    return pod.metadata()
        .list("ownerReferences")
        .map(
            owner ->
                series(
                    "kube_pod_owner",
                    pod,
                    1,
                    "owner_kind",
                    owner.text("kind"),
                    "owner_name",
                    owner.text("name"),
                    "owner_is_controller",
                    "" + owner.isTrue("controller")));
  }

  private static Stream<String> none(ClusterPod pod) {
    return Stream.of(
        series(
            "kube_pod_owner",
            pod,
            1,
            "owner_kind",
            "",
            "owner_name",
            "",
            "owner_is_controller",
            ""));
  }

  @Test
  void howPodsAre(Cluster cluster) throws InterruptedException {
    agree(
        cluster,
        Set.of("kube_pod_status_phase"),
        pod ->
            Stream.of("Pending", "Running", "Succeeded", "Failed", "Unknown")
                .map(phase -> phase(pod, phase)));
    agree(
        cluster,
        Set.of("kube_pod_status_ready"),
        pod -> Stream.of("true", "false", "unknown").map(condition -> ready(pod, condition)));
  }

  private static String phase(ClusterPod pod, String phase) {
    boolean is = pod.status().text("phase").equals(phase);
    return series("kube_pod_status_phase", pod, is ? 1 : 0, "phase", phase);
  }

  private static String ready(ClusterPod pod, String condition) {
    boolean is = pod.condition("Ready").equalsIgnoreCase(condition);
    return series("kube_pod_status_ready", pod, is ? 1 : 0, "condition", condition);
  }

  @Test
  void howContainersAre(Cluster cluster) throws InterruptedException {
    String main = "kube_pod_container_status_";
    String init = "kube_pod_init_container_status_";
    Set<String> families =
        Stream.of("running", "waiting", "terminated", "ready", "restarts_total", "waiting_reason")
            .flatMap(family -> Stream.of(main + family, init + family))
            .collect(Collectors.toSet());
    agree(
        cluster,
        families,
        pod ->
            Stream.concat(
                status(pod, "containerStatuses", main),
                status(pod, "initContainerStatuses", init)));
  }

  private static Stream<String> status(ClusterPod pod, String list, String prefix) {
    return pod.containers(list).flatMap(container -> status(pod, container, prefix));
  }

  private static Stream<String> status(ClusterPod pod, ClusterContainer container, String prefix) {
    String name = container.json().text("name");
    Stream<String> states =
        Stream.of("running", "waiting", "terminated")
            .map(
                state -> {
                  long is = container.state().equals(state) ? 1 : 0;
                  return series(prefix + state, pod, is, "container", name);
                });
    long restarts = Long.parseLong(container.json().text("restartCount"));
    long ready = container.json().isTrue("ready") ? 1 : 0;
    Stream<String> counts =
        Stream.of(
            series(prefix + "restarts_total", pod, restarts, "container", name),
            series(prefix + "ready", pod, ready, "container", name));
    boolean waits = container.state().equals("waiting");
    Stream<String> reasons =
        waits
            ? Stream.of(
                series(
                    prefix + "waiting_reason",
                    pod,
                    1,
                    "container",
                    name,
                    "reason",
                    container.reason()))
            : Stream.empty();
    return Stream.of(states, counts, reasons).flatMap(part -> part);
  }
}
