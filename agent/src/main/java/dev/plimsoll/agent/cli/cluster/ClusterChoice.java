package dev.plimsoll.agent.cli.cluster;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the cluster: what a flag or `KUBECONFIG` names, else the pod's own, else
/// `~/.kube/config`.
///
/// @param kubeconfig what a flag says
/// @param context of the kubeconfig; empty for its current one
/// @param serviceAccount the folder that a pod's service account is mounted at
public record ClusterChoice(
    Optional<Path> kubeconfig, Optional<String> context, Path serviceAccount) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// @param userAgent how the command names itself
  /// @throws WrongSettingException where there is no cluster, or a file has a fault
  /// @throws IOException where a file is there and cannot be read
  public ClusterAccess access(Map<String, String> environment, String userAgent)
      throws WrongSettingException, IOException {
    List<Path> named = named(environment);
    if (!named.isEmpty() || context.isPresent()) {
      List<Path> files = named.isEmpty() ? List.of(home(environment)) : named;
      return new Kubeconfig(files, TIMEOUT, userAgent).access(context);
    }
    Optional<ClusterAccess> own =
        ServiceAccount.find(environment, serviceAccount, TIMEOUT, userAgent);
    if (own.isPresent()) return own.get();
    Path home = home(environment);
    if (Files.exists(home)) {
      return new Kubeconfig(List.of(home), TIMEOUT, userAgent).access(context);
    }
    throw new WrongSettingException(
        "which cluster? There is no service account at " + serviceAccount + " and no " + home);
  }

  private List<Path> named(Map<String, String> environment) {
    if (kubeconfig.isPresent()) return List.of(kubeconfig.get());
    String list = environment.getOrDefault("KUBECONFIG", "");
    return Stream.of(list.split(File.pathSeparator, -1))
        .filter(file -> !file.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", "/"), ".kube", "config");
  }
}
