package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.daemonset.node.NodeProcesses.Member;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Commands on the node beside kubectl and the control groups.
@KubeTest
final class NodeCommandsTest {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// Namespace, name, READY, STATUS and RESTARTS of each pod, at some time: kubectl and the agent
  /// do not look at the same moment.
  @Test
  void podsAsKubectlListsThem(Cluster cluster) throws IOException, InterruptedException {
    Set<String> open =
        cluster.pods().stream()
            .map(ClusterPod::name)
            .filter(name -> name.startsWith("plimsoll-"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(open.contains("plimsoll-work/sigterm"), open::toString);
    Await.nothingWrong(
        "pods",
        () -> {
          Set<String> wanted = rows(cluster.node().kubectl("get", "pods", "-A", "--no-headers"));
          Set<String> ours = rows(cluster.agent().command("pods", "--no-headers"));
          Set<String> same = new HashSet<>(wanted);
          same.retainAll(ours);
          same.forEach(row -> open.remove(row.split(" ", 2)[0]));
          return open.isEmpty() ? List.of() : JoinTest.difference(wanted, ours);
        });
  }

  private static Set<String> rows(String list) {
    return list.lines()
        .map(BLANKS::split)
        .map(row -> String.join(" ", row[0] + '/' + row[1], row[2], row[3], row[4]))
        .collect(Collectors.toSet());
  }

  /// Of those that are there before and after.
  @Test
  void processesByTheNamesOfTheirContainers(Cluster cluster) throws InterruptedException {
    Await.nothingWrong(
        "names",
        () -> {
          Set<Member> before = Set.copyOf(NodeProcesses.read(cluster));
          String list = cluster.agent().command("ps", "-e", "-o", "pid,namespace,pod,container");
          Map<Integer, String> ours =
              list.lines()
                  .skip(1)
                  .flatMap(NodeCommandsTest::row)
                  .collect(Collectors.toMap(Member::pid, Member::container));
          List<Member> lasting =
              NodeProcesses.read(cluster).stream().filter(before::contains).toList();
          assertTrue(lasting.size() > 20, lasting::toString);
          return lasting.stream()
              .filter(each -> !each.container().equals(ours.get(each.pid())))
              .map(each -> each + ", but " + ours.get(each.pid()))
              .toList();
        });
  }

  private static Stream<Member> row(String line) {
    String[] parts = BLANKS.split(line.strip(), 4);
    return Stream.of(
        new Member(Integer.parseInt(parts[0]), parts[1] + '/' + parts[2] + '/' + parts[3]));
  }
}
