package dev.plimsoll.daemonset.node;

import dev.plimsoll.daemonset.node.ClusterPod.ClusterContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Kubernetes node that runs the pods of `kube/*.yaml`, and the agent on it with the rights that
/// `daemonset/plimsoll.yaml` gives it. One for all tests: it takes half a minute.
final class Cluster implements AutoCloseable {
  private static final Path RESOURCES = Path.of("src/test/resources/kube");

  /// What each of these has become when the rest of the tests' pods are as they will be.
  private static final Map<String, String> SETTLED =
      Map.ofEntries(
          Map.entry("plimsoll-test/throttled/busy", "running"),
          Map.entry("plimsoll-test/throttled/idle", "running"),
          Map.entry("plimsoll-test/oom-child/parent", "running"),
          Map.entry("plimsoll-test/oom-child/switch", "running"),
          Map.entry("plimsoll-test/writer/writer", "running"),
          Map.entry("plimsoll-test/host-network/sleeper", "running"),
          Map.entry("plimsoll-work/secretive/secretive", "running"),
          Map.entry("plimsoll-work/web/server", "running"),
          Map.entry("plimsoll-work/failing/by-http", "running"),
          Map.entry("plimsoll-work/too-slow/by-tcp", "running"),
          Map.entry("plimsoll-work/blocked/waits", "running"),
          Map.entry("plimsoll-work/completes/work", "terminated"),
          Map.entry("plimsoll-work/fails/work", "terminated"),
          Map.entry("plimsoll-work/no-image/no-image", "waiting"),
          Map.entry("plimsoll-work/sigterm/handles", "running"),
          Map.entry("plimsoll-work/visited/visited", "running"));

  private final KubeNode node;
  private final Path folder;
  private final Access access;
  private final RunningAgent agent;

  private Cluster(KubeNode node, Path folder, Access access, RunningAgent agent) {
    this.node = node;
    this.folder = folder;
    this.access = access;
    this.agent = agent;
  }

  static Cluster start() throws IOException, InterruptedException {
    KubeNode node = KubeNode.start();
    try {
      for (String manifest : List.of("pods.yaml", "workloads.yaml")) {
        node.kubectl("apply", "-f", RESOURCES.resolve(manifest).toString());
      }
      Path folder = Files.createTempDirectory("plimsoll-kube");
      Access access = Access.ofTheManifest(node, folder);
      Await.nothingWrong("the pods are as they are to be", () -> unsettled(node));
      return new Cluster(
          node, folder, access, new RunningAgent(node, access, folder, "--interval.process=5s"));
    } catch (IOException | InterruptedException | RuntimeException | Error failed) {
      node.close();
      throw failed;
    }
  }

  private static List<String> unsettled(KubeNode node) throws IOException, InterruptedException {
    Map<String, String> states = new TreeMap<>();
    pods(node).stream()
        .flatMap(ClusterPod::containers)
        .forEach(each -> states.put(each.plainName(), each.state()));
    return SETTLED.entrySet().stream()
        .filter(wanted -> !wanted.getValue().equals(states.get(wanted.getKey())))
        .map(wanted -> wanted + " is " + states.get(wanted.getKey()))
        .toList();
  }

  KubeNode node() {
    return node;
  }

  Access access() {
    return access;
  }

  RunningAgent agent() {
    return agent;
  }

  /// For the files of a test.
  Path folder() {
    return folder;
  }

  static Path resource(String name) {
    return RESOURCES.resolve(name);
  }

  /// All pods of the cluster, as the API server tells.
  List<ClusterPod> pods() throws IOException, InterruptedException {
    return pods(node);
  }

  private static List<ClusterPod> pods(KubeNode node) throws IOException, InterruptedException {
    return node.json("get", "pods", "-A").list("items").map(ClusterPod::new).toList();
  }

  /// The pods by the uid that their control groups have.
  Map<String, ClusterPod> podsByGroup() throws IOException, InterruptedException {
    return pods().stream().collect(Collectors.toMap(ClusterPod::groupUid, Function.identity()));
  }

  Stream<ClusterContainer> containers() throws IOException, InterruptedException {
    return pods().stream().flatMap(ClusterPod::containers);
  }

  /// @param name with namespace and pod; without what Deployments and Jobs add
  ClusterContainer container(String name) throws IOException, InterruptedException {
    return containers()
        .filter(each -> each.plainName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no container " + name));
  }

  /// Runs a command in a container.
  ///
  /// @param name with namespace and pod
  String exec(String name, String... command) throws IOException, InterruptedException {
    String[] parts = name.split("/", -1);
    List<String> all = new ArrayList<>(List.of("exec", "-n", parts[0], parts[1], "-c", parts[2]));
    all.add("--");
    all.addAll(List.of(command));
    return node.kubectl(all.toArray(String[]::new));
  }

  @Override
  public void close() {
    agent.close();
    node.close();
  }
}
