package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.daemonset.node.ClusterPod.ClusterContainer;
import dev.plimsoll.daemonset.node.Samples.Series;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// `/metrics/cadvisor` beside the kubelet's page of that name, on a real node that runs the pods of
/// `kube/pods.yaml` and a static one: every series of a family that both have is in both, by the
/// same names, with a value that lies between what the kubelet says before and after, 2 % of it
/// added. What differs is in `kube/differences.txt`, with the reason.
@KubeTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KubeletCadvisorTest {
  private static final String PARENT = "plimsoll-test/oom-child/parent";
  private static final String OOM_POD = "plimsoll-test/oom-child/";

  /// Between two looks of cAdvisor at a container that changes little, and a bit more.
  private static final long SETTLED_SECONDS = 20;

  private static final int MOST_LOOKS = 3;

  private static void tell(Cluster cluster, String signal)
      throws IOException, InterruptedException {
    String touch = "touch /signal/" + signal;
    cluster.exec("plimsoll-test/oom-child/switch", "sh", "-c", touch);
  }

  @Test
  @Order(1)
  void aKilledChildCountsOnceWithItsContainer(Cluster cluster)
      throws IOException, InterruptedException {
    String id = cluster.container(PARENT).id();
    String pod = podOf(cluster) + "\",";
    tell(cluster, "go");
    Await.until("counted of the container", () -> kills(cluster, id) > 0);
    Await.until("counted of the pod", () -> kills(cluster, pod) > 0);
    assertEquals(1, kills(cluster, id));
    assertEquals(1, kills(cluster, pod));
    Samples own = cluster.agent().samples("/metrics");
    assertEquals(1, own.ofContainer("plimsoll_container_oom_kills_total", PARENT));
    assertEquals(1, own.ofContainer("plimsoll_pod_oom_kills_total", OOM_POD));
  }

  private static String podOf(Cluster cluster) throws IOException, InterruptedException {
    return cluster.pods().stream()
        .filter(pod -> pod.name().equals("plimsoll-test/oom-child"))
        .map(pod -> "pod" + pod.groupUid())
        .findFirst()
        .orElseThrow();
  }

  /// @param labels a part of the labels of the rows that count
  private static double kills(Cluster cluster, String labels) {
    return cluster.agent().samples("/metrics/cadvisor").sum("container_oom_events_total", labels);
  }

  /// What is wrong in one look may be a process that came or went between two of them; what is
  /// wrong in each of several is wrong.
  @Test
  @Order(2)
  void saysWhatTheKubeletSays(Cluster cluster) throws IOException, InterruptedException {
    Differences known = Differences.read(Cluster.resource("differences.txt"));
    Map<String, String> wrong = look(cluster, known);
    for (int again = 1; again < MOST_LOOKS && !wrong.isEmpty(); again++) {
      wrong.keySet().retainAll(look(cluster, known).keySet());
    }
    assertEquals(Map.of(), wrong, () -> String.join("\n", wrong.values()));
  }

  private static Map<String, String> look(Cluster cluster, Differences known)
      throws IOException, InterruptedException {
    KubeNode node = cluster.node();
    Predicate<Series> isCalm = calm(cluster);
    Samples before = kubelet(node).only(isCalm);
    TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
    Samples ours = cluster.agent().samples("/metrics/cadvisor").only(isCalm);
    TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
    Samples after = kubelet(node).only(isCalm);
    return new Comparison(before, after, ours, known).wrong();
  }

  /// Which image a sandbox has only the runtime knows: the kubelet does not tell of it, and so not
  /// we.
  private static Samples kubelet(KubeNode node) throws IOException, InterruptedException {
    return Samples.parse(node.kubelet("/metrics/cadvisor"))
        .renamed(
            series -> {
              boolean isSandbox =
                  series.container().endsWith("/") && !series.label("name").isEmpty();
              return isSandbox && !series.label("image").isEmpty()
                  ? series.with("image", "")
                  : series;
            });
  }

  /// Of this node, and not of other control groups that tests have made on this machine; and not of
  /// the pods that are there to come and go.
  private static Predicate<Series> calm(Cluster cluster) throws IOException, InterruptedException {
    Set<String> restless =
        cluster.pods().stream()
            .filter(pod -> pod.name().startsWith("plimsoll-work/"))
            .map(pod -> "pod" + pod.groupUid())
            .collect(Collectors.toSet());
    return series -> {
      String group = series.label("id");
      boolean isOfTheNode = group.isEmpty() || group.equals("/") || group.startsWith("/kubepods");
      return isOfTheNode && restless.stream().noneMatch(group::contains);
    };
  }

  /// No restart shows it.
  @Test
  @Order(3)
  void whyTellsOfTheKilledChild(Cluster cluster) throws IOException, InterruptedException {
    Await.until(
        "found",
        () -> WhyTest.findings(cluster).contains("plimsoll-test/oom-child parent silent_oom"));
    String why = WhyTest.why(cluster, "plimsoll-test/oom-child");
    assertTrue(
        why.contains(
            "The OOM killer ended 1 process of container parent, and its first process lived on"),
        why);
  }

  @Test
  @Order(4)
  void theCountSurvivesTheContainersRestart(Cluster cluster)
      throws IOException, InterruptedException {
    ClusterContainer first = cluster.container(PARENT);
    tell(cluster, "exit");
    Await.until("restarted", () -> isAnother(cluster.container(PARENT), first));
    String second = cluster.container(PARENT).id();
    Await.until("seen", () -> isSeen(cluster.agent().samples("/metrics"), second));
    assertEquals(0, kills(cluster, second));
    assertEquals(1, kills(cluster, podOf(cluster) + "\","));
    Samples own = cluster.agent().samples("/metrics");
    assertEquals(1, own.ofContainer("plimsoll_container_oom_kills_total", PARENT));
    assertEquals(1, own.ofContainer("plimsoll_pod_oom_kills_total", OOM_POD));
  }

  private static boolean isAnother(ClusterContainer now, ClusterContainer before) {
    return now.isRunning() && !now.id().equals(before.id());
  }

  private static boolean isSeen(Samples page, String id) {
    return page.of("plimsoll_container_info")
        .anyMatch(sample -> sample.series().label("id").equals(id));
  }
}
