package dev.plimsoll.daemonset.node;

import dev.plimsoll.daemonset.node.NodeProcesses.Member;
import dev.plimsoll.daemonset.node.Samples.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever runs in a pod has its pod's name: containers and sandboxes beside what the runtime
/// lists, processes beside the control groups that they are in, both by the API server's names.
@KubeTest
final class JoinTest {

  @Test
  void everyContainerThatRunsHasItsName(Cluster cluster) throws InterruptedException {
    Await.nothingWrong(
        "containers of the agent and of the runtime",
        () -> difference(runtime(cluster), agents(cluster)));
  }

  /// Id and name of what the runtime says is running.
  private static Set<String> runtime(Cluster cluster) throws IOException, InterruptedException {
    Map<String, String> names = NodeProcesses.names(cluster);
    return cluster
        .node()
        .ctr("tasks", "ls")
        .lines()
        .filter(line -> line.endsWith("RUNNING"))
        .map(line -> line.split(" ", 2)[0])
        .map(id -> id + ' ' + names.getOrDefault(id, "is unknown to the API server"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The same by the agent, without what tests of others have made on this machine.
  private static Set<String> agents(Cluster cluster) throws IOException, InterruptedException {
    Set<String> pods = cluster.podsByGroup().keySet();
    return cluster
        .agent()
        .samples("/metrics")
        .of("plimsoll_container_info")
        .map(Sample::series)
        .filter(series -> pods.contains(series.label("pod_uid")))
        .map(series -> series.label("id") + ' ' + series.container())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Each container at some time: the agent and this test do not look at the same moment, and
  /// somewhere a process has always just begun.
  @Test
  void everyProcessInAContainerHasItsName(Cluster cluster)
      throws IOException, InterruptedException {
    Set<String> open = new TreeSet<>(counts(cluster).keySet());
    Await.nothingWrong(
        "as many processes as in the control groups",
        () -> {
          Map<String, Long> counts = counts(cluster);
          Map<String, Long> ours = processes(cluster, counts.keySet());
          open.removeIf(name -> Objects.equals(counts.get(name), ours.get(name)));
          return open.stream()
              .map(name -> name + ": " + counts.get(name) + ", but " + ours.get(name))
              .toList();
        });
  }

  private static Map<String, Long> counts(Cluster cluster)
      throws IOException, InterruptedException {
    return NodeProcesses.read(cluster).stream()
        .collect(Collectors.groupingBy(Member::container, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> processes(Cluster cluster, Set<String> containers) {
    Set<String> namespaces =
        containers.stream().map(name -> name.split("/", 2)[0]).collect(Collectors.toSet());
    return cluster
        .agent()
        .samples("/metrics")
        .of("plimsoll_process_processes")
        .filter(sample -> namespaces.contains(sample.series().label("namespace")))
        .filter(sample -> sample.value() > 0)
        .collect(
            Collectors.groupingBy(
                sample -> sample.series().container(),
                TreeMap::new,
                Collectors.summingLong(sample -> (long) sample.value())));
  }

  static List<String> difference(Set<String> wanted, Set<String> found) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(found);
    Set<String> more = new TreeSet<>(found);
    more.removeAll(wanted);
    return Stream.concat(
            missing.stream().map(each -> "missing: " + each),
            more.stream().map(each -> "not so:  " + each))
        .toList();
  }

  /// Joined when it starts, gone when it ends.
  @Test
  void aContainerIsThereWhileItRuns(Cluster cluster) throws IOException, InterruptedException {
    create(cluster);
    Await.nothingWrong(
        "both are seen by name",
        () -> missing(cluster, "plimsoll-work/moment/POD", "plimsoll-work/moment/moment"));
    delete(cluster);
    Await.nothingWrong("nothing is left", () -> left(cluster));
  }

  /// Counted or noted as missed, and nothing half.
  @Test
  void containersOfAMomentAreCountedAndLeaveNothing(Cluster cluster)
      throws IOException, InterruptedException {
    Samples first = cluster.agent().samples("/metrics");
    for (int again = 0; again < 3; again++) {
      create(cluster);
      delete(cluster);
    }
    Await.nothingWrong("nothing is left", () -> left(cluster));
    Await.nothingWrong("counted", () -> unbalanced(first, cluster.agent().samples("/metrics")));
  }

  private static void create(Cluster cluster) throws IOException, InterruptedException {
    cluster.node().kubectl("apply", "-f", Cluster.resource("moment.yaml").toString());
  }

  private static void delete(Cluster cluster) throws IOException, InterruptedException {
    cluster.node().kubectl("delete", "pod", "-n", "plimsoll-work", "moment", "--wait=true");
  }

  private static List<String> missing(Cluster cluster, String... wanted) {
    List<String> there = names(cluster.agent().samples("/metrics")).toList();
    return Stream.of(wanted).filter(each -> !there.contains(each)).toList();
  }

  private static List<String> left(Cluster cluster) {
    return names(cluster.agent().samples("/metrics"))
        .filter(name -> name.startsWith("plimsoll-work/moment/"))
        .toList();
  }

  private static Stream<String> names(Samples page) {
    return page.values().keySet().stream()
        .filter(series -> series.family().startsWith("plimsoll_"))
        .map(Samples.Series::container);
  }

  /// Whoever came is there, has ended or was missed.
  private static List<String> unbalanced(Samples first, Samples now) {
    double came = rise("plimsoll_node_containers_started_total", first, now);
    double went =
        rise("plimsoll_node_containers_ended_total", first, now)
            + rise("plimsoll_node_containers_missed_total", first, now);
    double more = there(now) - there(first);
    return came - went == more
        ? List.of()
        : List.of(came + " came and " + went + " went, but there are " + more + " more");
  }

  private static double rise(String family, Samples first, Samples now) {
    return now.sum(family, "") - first.sum(family, "");
  }

  private static double there(Samples page) {
    return page.of("plimsoll_container_info").count();
  }
}
