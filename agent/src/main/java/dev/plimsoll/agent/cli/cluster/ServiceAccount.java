package dev.plimsoll.agent.cli.cluster;

import dev.plimsoll.agent.pod.source.Credentials;
import dev.plimsoll.agent.pod.source.Material;
import dev.plimsoll.agent.pod.source.Server;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a pod has of its cluster: the API server's address in the environment, and a folder with
/// `token`, `ca.crt` and `namespace` ([Accessing the API from a
/// Pod](https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/)).
final class ServiceAccount {
  private static final int LONGEST_NAME = 1024;

  private ServiceAccount() {}

  /// Empty outside of a pod, and in one without a token.
  static Optional<ClusterAccess> find(
      Map<String, String> environment, Path folder, Duration timeout, String userAgent)
      throws WrongSettingException {
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    Path token = folder.resolve("token");
    if (host.isEmpty() || !Files.exists(token)) return Optional.empty();
    Path authorities = folder.resolve("ca.crt");
    URI address = address(host, environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443"));
    Server server =
        new Server(
            address,
            Optional.of(token),
            Optional.of(authorities),
            true,
            List.of(),
            timeout,
            userAgent);
    Credentials credentials =
        new Credentials(
            Optional.of(new Material.InFile(token)),
            Optional.of(new Material.InFile(authorities)),
            List.of());
    return Optional.of(new ClusterAccess(server, credentials, namespace(folder)));
  }

  private static URI address(String host, String port) throws WrongSettingException {
    String bracketed = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    try {
      return URI.create("https://" + bracketed + ':' + port);
    } catch (IllegalArgumentException _) {
      throw new WrongSettingException("KUBERNETES_SERVICE_HOST: " + host + " is no host");
    }
  }

  private static String namespace(Path folder) {
    try (InputStream in = Files.newInputStream(folder.resolve("namespace"))) {
      String name = new String(in.readNBytes(LONGEST_NAME), StandardCharsets.UTF_8).strip();
      return name.isEmpty() ? ClusterAccess.DEFAULT_NAMESPACE : name;
    } catch (IOException _) {
      return ClusterAccess.DEFAULT_NAMESPACE;
    }
  }
}
