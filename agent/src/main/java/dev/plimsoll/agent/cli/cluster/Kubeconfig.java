package dev.plimsoll.agent.cli.cluster;

import dev.plimsoll.agent.pod.source.Credentials;
import dev.plimsoll.agent.pod.source.Material;
import dev.plimsoll.agent.pod.source.Server;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.agent.settings.YamlFile;
import dev.plimsoll.agent.settings.YamlMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Kubeconfig files, of which the first that has something wins ([Organizing Cluster
/// Access](https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/)).
/// What is unknown is passed over; what would change who is asked or who asks is refused.
final class Kubeconfig {
  private final List<Path> paths;
  private final Duration timeout;
  private final String userAgent;

  /// A map of a file, and what paths in it are relative to.
  record Entry(YamlMap map, Path file) {
    Optional<Path> path(String key) throws WrongSettingException {
      return map.text(key).map(file::resolveSibling);
    }
  }

  /// @param timeout for the connection, and for answers
  Kubeconfig(List<Path> paths, Duration timeout, String userAgent) {
    this.paths = paths;
    this.timeout = timeout;
    this.userAgent = userAgent;
  }

  /// @param named the context; empty for `current-context`
  ClusterAccess access(Optional<String> named) throws WrongSettingException, IOException {
    List<Entry> files = files();
    String name = named.isPresent() ? named.get() : current(files);
    Entry context = part(files, "contexts", "context", name);
    Entry cluster = part(files, "clusters", "cluster", needed(context, "cluster"));
    Optional<String> user = context.map().text("user");
    Credentials credentials =
        user.isEmpty()
            ? new Credentials(Optional.empty(), authorities(cluster), List.of())
            : new KubeUser(part(files, "users", "user", user.get()))
                .credentials(authorities(cluster));
    Server server = server(cluster);
    boolean isSafe = "https".equals(server.address().getScheme());
    return new ClusterAccess(
        server,
        isSafe ? credentials : new Credentials(Optional.empty(), Optional.empty(), List.of()),
        context.map().text("namespace").orElse(ClusterAccess.DEFAULT_NAMESPACE));
  }

  /// Of several files those that are not there are left out, as `KUBECONFIG` has it.
  private List<Entry> files() throws WrongSettingException, IOException {
    List<Entry> files = new ArrayList<>();
    for (Path path : paths) {
      if (paths.size() > 1 && Files.notExists(path)) continue;
      files.add(new Entry(YamlMap.of(YamlFile.read(path)), path));
    }
    return files;
  }

  private String current(List<Entry> files) throws WrongSettingException {
    for (Entry file : files) {
      Optional<String> current = file.map().text("current-context");
      if (current.isPresent()) return current.get();
    }
    throw new WrongSettingException(paths.getFirst() + ": no current-context; --context names one");
  }

  private Entry part(List<Entry> files, String list, String key, String name)
      throws WrongSettingException {
    for (Entry file : files) {
      for (YamlMap each : file.map().maps(list)) {
        if (!each.text("name").equals(Optional.of(name))) continue;
        Optional<YamlMap> part = each.map(key);
        if (part.isEmpty()) throw each.wrong("name", name + " has no " + key);
        return new Entry(part.get(), file.file());
      }
    }
    throw new WrongSettingException(paths.getFirst() + ": no " + key + " is called " + name);
  }

  private static String needed(Entry entry, String key) throws WrongSettingException {
    Optional<String> text = entry.map().text(key);
    if (text.isEmpty()) throw entry.map().wrong(key, "is needed");
    return text.get();
  }

  private Server server(Entry cluster) throws WrongSettingException {
    YamlMap map = cluster.map();
    if (map.text("proxy-url").isPresent()) throw map.wrong("proxy-url", "is not supported");
    return new Server(
        address(cluster),
        Optional.empty(),
        Optional.empty(),
        !map.flag("insecure-skip-tls-verify", false),
        map.text("tls-server-name").stream().toList(),
        timeout,
        userAgent);
  }

  private static URI address(Entry cluster) throws WrongSettingException {
    String text = needed(cluster, "server").replaceFirst("/+$", "");
    if (text.matches("https?://[!-~]+")) {
      try {
        URI address = URI.create(text);
        if (address.getHost() != null) return address;
      } catch (IllegalArgumentException _) {
        // Told below.
      }
    }
    throw cluster.map().wrong("server", text + " is no address of a server");
  }

  private static Optional<Material> authorities(Entry cluster)
      throws WrongSettingException, IOException {
    return new KubeMaterial(cluster).find("certificate-authority");
  }
}
