package dev.plimsoll.daemonset.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a pod of the agent finds mounted: the token of its service account and the certificate of
/// the cluster's authority. The account may what `daemonset/plimsoll.yaml` says, and no more.
///
/// @param variables what a pod of the agent has in its environment
record Access(Path token, Path authority, Map<String, String> variables) {
  private static final String TOKEN_REQUEST =
      "{\"apiVersion\": \"authentication.k8s.io/v1\", \"kind\": \"TokenRequest\", \"spec\": {}}";

  /// The service account and its rights, as the manifest has them. The DaemonSet needs an image.
  static Access ofTheManifest(KubeNode node, Path folder) throws IOException, InterruptedException {
    String manifest = Command.text(Path.of("plimsoll.yaml"));
    String rights =
        Stream.of(manifest.split("(?m)^---$", -1))
            .filter(document -> !document.contains("kind: DaemonSet"))
            .collect(Collectors.joining("---"));
    Path file = folder.resolve("rights.yaml");
    Files.write(file, rights.lines().toList());
    node.kubectl("apply", "-f", file.toString());
    return of(node, folder, "plimsoll", "plimsoll");
  }

  /// @param account a service account that there is
  static Access of(KubeNode node, Path folder, String namespace, String account)
      throws IOException, InterruptedException {
    Path request = folder.resolve("token-request.json");
    Files.write(request, List.of(TOKEN_REQUEST));
    String path = "/api/v1/namespaces/" + namespace + "/serviceaccounts/" + account + "/token";
    String answer = node.kubectl("create", "--raw", path, "-f", request.toString());
    Path token = folder.resolve(account + ".token");
    Files.write(token, List.of(Json.parse(answer).object("status").text("token")));
    Path authority = folder.resolve("ca.crt");
    String config = "jsonpath={.data.ca\\.crt}";
    String certificate =
        node.kubectl("get", "configmap", "-n", "default", "kube-root-ca.crt", "-o", config);
    Files.write(authority, certificate.lines().toList());
    return new Access(token, authority, variables(node));
  }

  private static Map<String, String> variables(KubeNode node)
      throws IOException, InterruptedException {
    String service =
        node.kubectl("get", "service", "kubernetes", "-o", "jsonpath={.spec.clusterIP}");
    return Map.of(
        "NODE_NAME",
        node.name(),
        "NODE_IP",
        node.address(),
        "KUBERNETES_SERVICE_HOST",
        service,
        "KUBERNETES_SERVICE_PORT",
        "443");
  }

  /// Where the agent is told to look for them, since it runs in no container.
  List<String> flags() {
    return List.of(
        "--kubelet.token-file=" + token, "--kubelet.ca=" + authority, "--api.ca=" + authority);
  }
}
