package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// A real Kubernetes node on this machine: started where none runs, and stopped again.
final class KubeNode implements AutoCloseable {
  private static final Path STATIC_PODS = Path.of("src/test/resources/kube/static");

  private final Path tool;
  private final Map<String, String> environment;
  private final boolean ranBefore;
  private final String name;
  private final String address;
  private boolean isClosed;

  private KubeNode(Path tool) throws IOException, InterruptedException {
    this.tool = tool;
    environment = StaticPods.environment(Path.of("target/kube"), STATIC_PODS);
    ranBefore = call(List.of("kubectl", "get", "nodes")).status() == 0;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kube-node-down"));
    if (!ranBefore) bringUp();
    String[] node =
        kubectl(
                "get",
                "nodes",
                "-o",
                "jsonpath={.items[0].metadata.name}"
                    + " {.items[0].status.addresses[?(@.type==\"InternalIP\")].address}")
            .split(" ", -1);
    name = node[0];
    address = node[1];
  }

  private void bringUp() throws IOException, InterruptedException {
    Command up = call(List.of("up"));
    if (up.status() != 0) close();
    up.succeeded();
  }

  static KubeNode start() throws IOException, InterruptedException {
    return new KubeNode(tool());
  }

  /// The program that the variable `PLIMSOLL_KUBE` names. On CI a missing one is a failure;
  /// elsewhere the test is skipped.
  static Path tool() {
    Optional<Path> tool =
        Optional.ofNullable(System.getenv("PLIMSOLL_KUBE"))
            .map(Path::of)
            .filter(Files::isExecutable);
    String help =
        "PLIMSOLL_KUBE names no program that starts a Kubernetes node (its commands: up, down,"
            + " kubectl, ctr, inside)";
    assertFalse(tool.isEmpty() && "true".equals(System.getenv("CI")), help);
    if (tool.isEmpty()) System.err.println("skipped: " + help);
    Assumptions.assumeTrue(tool.isPresent(), help);
    return tool.orElseThrow();
  }

  /// What the cluster calls it.
  String name() {
    return name;
  }

  /// The address of the node, at which this machine reaches it.
  String address() {
    return address;
  }

  /// Kubernetes' own command.
  String kubectl(String... arguments) throws IOException, InterruptedException {
    return run(with("kubectl", arguments));
  }

  /// An answer of it in JSON.
  Json json(String... arguments) throws IOException, InterruptedException {
    String[] all = with("kubectl", arguments);
    return Json.parse(run(with(all, "-o", "json")));
  }

  /// The command of the container runtime.
  String ctr(String... arguments) throws IOException, InterruptedException {
    return run(with("ctr", arguments));
  }

  /// What Helm and other clients want to know of the cluster.
  String kubeconfig() throws IOException, InterruptedException {
    return kubectl("config", "view", "--raw");
  }

  /// Gives an image to the node's containerd, of which no pod uses it yet.
  ///
  /// @param archive as `docker save` writes it
  void load(Path archive) throws IOException, InterruptedException {
    run("ctr", "images", "import", archive.toString());
  }

  /// A page of the kubelet.
  String kubelet(String path) throws IOException, InterruptedException {
    return kubectl("get", "--raw", "/api/v1/nodes/" + name + "/proxy" + path);
  }

  /// What runs of it.
  String status() throws IOException, InterruptedException {
    return run("status");
  }

  /// Starts what was stopped of it.
  void up() throws IOException, InterruptedException {
    run("up");
  }

  /// A program that is to run in the node's namespaces, or as another command of the tool.
  ProcessBuilder program(String command, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of(tool.toString(), command));
    all.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().putAll(environment);
    return builder;
  }

  private static String[] with(String first, String... rest) {
    return with(new String[] {first}, rest);
  }

  private static String[] with(String[] first, String... rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(rest));
    return all.toArray(String[]::new);
  }

  private String run(String... command) throws IOException, InterruptedException {
    return call(List.of(command)).succeeded();
  }

  private Command call(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(arguments);
    return Command.run(command, environment);
  }

  @Override
  public synchronized void close() {
    if (isClosed) return;
    isClosed = true;
    try {
      if (!ranBefore) run("down", "--purge");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
