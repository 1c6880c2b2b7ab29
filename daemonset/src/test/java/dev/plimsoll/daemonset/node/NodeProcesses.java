package dev.plimsoll.daemonset.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The processes of this machine that are in containers of pods, read without the agent's code and
/// named by the API server.
final class NodeProcesses {
  /// A line of `/proc/PID/cgroup`: `4:memory:/kubepods/besteffort/podUID/CONTAINER`. Of a zombie
  /// only the unified hierarchy tells: `0::/kubepods/…`.
  private static final Pattern GROUP =
      Pattern.compile("(?m)^\\d+:[^:]*:/kubepods/(?:\\w+/)?pod([0-9a-f-]+)/([0-9a-f]{64})$");

  private NodeProcesses() {}

  /// @param container with namespace and pod
  record Member(int pid, String container) {}

  static List<Member> read(Cluster cluster) throws IOException, InterruptedException {
    Map<String, ClusterPod> pods = cluster.podsByGroup();
    Map<String, String> names = containers(pods);
    List<Member> members = new ArrayList<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      for (Path entry : entries.filter(NodeProcesses::isProcess).toList()) {
        int pid = Integer.parseInt(entry.getFileName().toString());
        group(entry)
            .filter(group -> pods.containsKey(group.group(1)))
            .map(group -> name(group, pods, names))
            .ifPresent(name -> members.add(new Member(pid, name)));
      }
    }
    return members;
  }

  /// The names of all containers and sandboxes by their ids.
  static Map<String, String> names(Cluster cluster) throws IOException, InterruptedException {
    Map<String, ClusterPod> pods = cluster.podsByGroup();
    Map<String, String> containers = containers(pods);
    Map<String, String> names = new HashMap<>(containers);
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      entries
          .filter(NodeProcesses::isProcess)
          .flatMap(entry -> group(entry).stream())
          .filter(group -> pods.containsKey(group.group(1)))
          .forEach(group -> names.put(group.group(2), name(group, pods, containers)));
    }
    return names;
  }

  private static Map<String, String> containers(Map<String, ClusterPod> pods) {
    Map<String, String> names = new HashMap<>();
    pods.values().stream()
        .flatMap(ClusterPod::containers)
        .forEach(container -> names.put(container.id(), container.name()));
    return names;
  }

  /// What is in a pod and none of its containers is its sandbox.
  private static String name(
      Matcher group, Map<String, ClusterPod> pods, Map<String, String> names) {
    ClusterPod pod = pods.get(group.group(1));
    if (pod == null) throw new IllegalStateException("no pod of " + group.group());
    return names.getOrDefault(group.group(2), pod.name() + "/POD");
  }

  private static boolean isProcess(Path entry) {
    return entry.getFileName().toString().matches("\\d+");
  }

  /// Empty where it is in none, or has ended.
  private static Optional<Matcher> group(Path process) {
    try {
      Matcher group = GROUP.matcher(Command.text(process.resolve("cgroup")));
      return group.find() ? Optional.of(group) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
