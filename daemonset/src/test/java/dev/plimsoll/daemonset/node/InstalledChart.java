package dev.plimsoll.daemonset.node;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The chart on a real cluster, installed by Helm.
final class InstalledChart implements AutoCloseable {
  /// Beside whatever else is installed on that cluster.
  private static final String NAME = "plimsoll-chart";

  static final String DAEMONSET = "daemonset/" + NAME;
  private static final String NAMESPACE = NAME;
  private static final Path CHART = Path.of("chart/plimsoll");

  private final KubeNode node;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  InstalledChart(KubeNode node, Path folder, String values)
      throws IOException, InterruptedException {
    this.node = node;
    this.folder = folder;
    new Helm(CHART)
        .install()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .createNamespace()
        .withKubeConfigContents(node.kubeconfig())
        .withValuesFile(file(values))
        .call();
    awaitRollout();
  }

  private Path file(String values) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "values", ".yaml"), values);
  }

  void upgrade(String values) throws IOException, InterruptedException {
    new Helm(CHART)
        .upgrade()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .withKubeConfigContents(node.kubeconfig())
        .withValuesFile(file(values))
        .call();
  }

  String kubectl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-n", NAMESPACE));
    command.addAll(List.of(arguments));
    return node.kubectl(command.toArray(String[]::new));
  }

  /// Until every node has a pod of the newest revision, and each is ready.
  void awaitRollout() throws IOException, InterruptedException {
    kubectl("rollout", "status", DAEMONSET, "--timeout=180s");
    Await.until("ready", () -> "1".equals(ready()));
  }

  private String ready() throws IOException, InterruptedException {
    return kubectl("get", DAEMONSET, "-o", "jsonpath={.status.numberReady}").strip();
  }

  /// What a command says, run beside the agent in its pod.
  String exec(String... command) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("exec", pod(), "--"));
    arguments.addAll(List.of(command));
    return kubectl(arguments.toArray(String[]::new));
  }

  /// The name of the only pod, which is not one that is going.
  String pod() throws IOException, InterruptedException {
    return kubectl("get", "pods", "--field-selector=status.phase=Running", "-o", "name")
        .strip()
        .replace("pod/", "");
  }

  String page(String path) throws IOException, InterruptedException {
    String address = kubectl("get", "pod", pod(), "-o", "jsonpath={.status.podIP}").strip();
    URI uri = URI.create("http://" + address + ":9753" + path);
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new AssertionError(uri + ": " + answer.body());
    return answer.body();
  }

  /// Waits until nothing is left, which other tests on that cluster would see.
  @Override
  public void close() {
    client.shutdownNow();
    try {
      Helm.uninstall(NAME)
          .withNamespace(NAMESPACE)
          .ignoreNotFound()
          .withKubeConfigContents(node.kubeconfig())
          .call();
      node.kubectl("delete", "namespace", NAMESPACE, "--ignore-not-found", "--timeout=300s");
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
