package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.daemonset.node.Samples.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// `/metrics/cadvisor` beside the kubelet's page of that name, on a real node that runs the pods of
/// `kube/pods.yaml`: every series of a family that both have is in both, with a value that lies
/// between what the kubelet says before and after, 2 % of it added. What differs is in
/// `kube/differences.txt`, with the reason.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KubeletCadvisorTest {
  private static final Pattern GROUP = Pattern.compile("[{,]id=\"([^\"]*)\"");
  private static final Path RESOURCES = Path.of("src/test/resources/kube");

  /// Between two looks of cAdvisor at a container that changes little, and a bit more.
  private static final long SETTLED_SECONDS = 20;

  private static final int MOST_LOOKS = 3;

  @TempDir private static Path folder;
  private KubeNode node;
  private RunningAgent agent;
  private String oomPod;
  private String oomContainer;

  @BeforeAll
  void startEverything() throws IOException, InterruptedException {
    node = KubeNode.start();
    node.kubectl("apply", "-f", RESOURCES.resolve("pods.yaml").toString());
    KubeNode.await("pods are there", this::allPodsAreThere);
    agent = new RunningAgent(folder);
    oomPod = node.kubectl(get("oom-child", "{.metadata.uid}")).strip();
    oomContainer = container();
  }

  private static String[] get(String pod, String path) {
    return new String[] {"get", "pod", "-n", "plimsoll-test", pod, "-o", "jsonpath=" + path};
  }

  /// The id of the container whose child is killed.
  private String container() throws IOException, InterruptedException {
    String path = "{.status.containerStatuses[?(@.name==\"parent\")].containerID}";
    return node.kubectl(get("oom-child", path)).strip().replace("containerd://", "");
  }

  private boolean allPodsAreThere() {
    try {
      String ready =
          node.kubectl(
              "get",
              "pods",
              "-n",
              "plimsoll-test",
              "-o",
              "jsonpath={.items[*].status.containerStatuses[*].ready}");
      return ready.split(" ", -1).length == 6 && !ready.contains("false");
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  @AfterAll
  void stopEverything() {
    if (agent != null) agent.close();
    if (node != null) node.close();
  }

  private void tell(String signal) throws IOException, InterruptedException {
    node.kubectl(
        "exec",
        "-n",
        "plimsoll-test",
        "oom-child",
        "-c",
        "switch",
        "--",
        "touch",
        "/signal/" + signal);
  }

  @Test
  @Order(1)
  void aKilledChildCountsOnceWithItsContainer() throws IOException, InterruptedException {
    tell("go");
    KubeNode.await("counted of the container", () -> kills(oomContainer) > 0);
    KubeNode.await("counted of the pod", () -> kills("pod" + oomPod + "\",") > 0);
    assertEquals(1, kills(oomContainer));
    assertEquals(1, kills("pod" + oomPod + "\","));
  }

  /// @param labels a part of the labels of the rows that count
  private double kills(String labels) {
    return agent.samples("/metrics/cadvisor").sum("container_oom_events_total", labels);
  }

  /// What is wrong in one look may be a process that came or went between two of them; what is
  /// wrong in each of several is wrong.
  @Test
  @Order(2)
  void saysWhatTheKubeletSays() throws IOException, InterruptedException {
    Differences known = Differences.read(RESOURCES.resolve("differences.txt"));
    Map<String, String> wrong = look(known);
    for (int again = 1; again < MOST_LOOKS && !wrong.isEmpty(); again++) {
      wrong.keySet().retainAll(look(known).keySet());
    }
    assertEquals(Map.of(), wrong, () -> String.join("\n", wrong.values()));
  }

  private Map<String, String> look(Differences known) throws IOException, InterruptedException {
    Samples before = Samples.parse(node.kubelet("/metrics/cadvisor"));
    TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
    Samples ours = agent.samples("/metrics/cadvisor").only(KubeletCadvisorTest::isOfThisNode);
    TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
    Samples after = Samples.parse(node.kubelet("/metrics/cadvisor"));
    return new Comparison(before, after, ours, known).wrong();
  }

  /// Not of other control groups that tests have made on this machine.
  private static boolean isOfThisNode(Series series) {
    Matcher group = GROUP.matcher(series.labels());
    return !group.find() || group.group(1).equals("/") || group.group(1).startsWith("/kubepods");
  }

  @Test
  @Order(3)
  void theCountSurvivesTheContainersRestart() throws IOException, InterruptedException {
    tell("exit");
    KubeNode.await("restarted", this::isRestarted);
    String second = container();
    KubeNode.await(
        "seen",
        () ->
            agent.samples("/metrics/cadvisor").values().keySet().stream()
                .anyMatch(series -> series.labels().contains(second)));
    assertEquals(0, kills(second));
    assertEquals(1, kills("pod" + oomPod + "\","));
  }

  private boolean isRestarted() {
    try {
      String id = container();
      return !id.isEmpty() && !id.equals(oomContainer);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
