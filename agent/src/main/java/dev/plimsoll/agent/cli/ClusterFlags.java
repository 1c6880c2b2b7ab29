package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.pod.source.PodsOptions;
import dev.plimsoll.agent.pod.source.PodsOptions.Choice;
import dev.plimsoll.agent.pod.source.Server;
import dev.plimsoll.agent.settings.Choices;
import dev.plimsoll.agent.settings.Settings;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is asked about pods, as the settings and what a cluster sets in the environment have it.
final class ClusterFlags {
  private static final String NODE_IP = "NODE_IP";
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final Choices choices;
  private final Map<String, String> environment;
  private final Choice choice;
  private final Path token;
  private final String node;

  private ClusterFlags(Choices choices, Map<String, String> environment)
      throws WrongSettingException {
    this.choices = choices;
    this.environment = environment;
    choice = choices.get(Settings.PODS_SOURCE);
    token = Path.of(choices.get(Settings.KUBELET_TOKEN_FILE));
    node = node(choices.get(Settings.NODE_NAME), environment);
  }

  /// @throws WrongSettingException where a source is asked for by name and nobody says where it is
  static PodsOptions pods(Choices choices, Map<String, String> environment, Roots roots)
      throws WrongSettingException {
    ClusterFlags flags = new ClusterFlags(choices, environment);
    Path logs = Path.of(roots.root("var/log/containers"));
    return new PodsOptions(
        flags.kubelet(),
        flags.api(),
        flags.node,
        flags.isAsked(Choice.LOGS) ? Optional.of(logs) : Optional.empty(),
        PERIOD);
  }

  private boolean isAsked(Choice source) {
    return choice == source || choice == Choice.AUTO;
  }

  private static String node(String set, Map<String, String> environment) {
    String name = set.isEmpty() ? environment.getOrDefault("NODE_NAME", "") : set;
    return name.isEmpty() ? hostName() : name;
  }

  private static String hostName() {
    try {
      byte[] name = Files.readAllBytes(Path.of("/proc/sys/kernel/hostname"));
      return new String(name, StandardCharsets.UTF_8).strip();
    } catch (IOException _) {
      return "localhost";
    }
  }

  /// Outside a cluster only where it is asked for: there is no token.
  private Optional<Server> kubelet() throws WrongSettingException {
    if (!isAsked(Choice.KUBELET)) return Optional.empty();
    Optional<URI> set = choices.get(Settings.KUBELET_URL);
    if (set.isEmpty() && choice == Choice.AUTO && !Files.exists(token)) return Optional.empty();
    String ip = environment.getOrDefault(NODE_IP, "");
    URI address = set.isPresent() ? set.get() : https(ip.isEmpty() ? node : ip, "10250");
    return Optional.of(
        server(
            address,
            choices.get(Settings.KUBELET_CA),
            !choices.get(Settings.KUBELET_INSECURE),
            List.of(node, ip)));
  }

  private Optional<Server> api() throws WrongSettingException {
    if (!isAsked(Choice.API)) return Optional.empty();
    Optional<URI> set = choices.get(Settings.API_URL);
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    if (set.isEmpty() && host.isEmpty()) {
      if (choice == Choice.AUTO) return Optional.empty();
      throw new WrongSettingException(
          Settings.PODS_SOURCE.flag() + ": api needs " + Settings.API_URL.flag());
    }
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    URI address = set.isPresent() ? set.get() : https(host, port);
    return Optional.of(server(address, choices.get(Settings.API_CA), true, List.of()));
  }

  private static URI https(String host, String port) throws WrongSettingException {
    String bracketed = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    try {
      return URI.create("https://" + bracketed + ':' + port);
    } catch (IllegalArgumentException _) {
      throw new WrongSettingException(
          Settings.KUBELET_URL.flag() + ": " + host + " is no host to be asked");
    }
  }

  /// A token goes to nobody in the clear.
  private Server server(URI address, String authorities, boolean isVerified, List<String> names)
      throws WrongSettingException {
    boolean isSafe = "https".equals(address.getScheme());
    return new Server(
        address,
        isSafe ? Optional.of(token) : Optional.empty(),
        Optional.of(Path.of(authorities)),
        isVerified,
        names.stream().filter(name -> !name.isEmpty()).toList(),
        choices.get(Settings.KUBELET_TIMEOUT),
        "plimsoll/" + PlimsollVersion.version().replaceAll("[^0-9A-Za-z.-]+", ""));
  }
}
