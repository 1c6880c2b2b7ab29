package dev.plimsoll.agent.access;

import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.agent.settings.YamlFile;
import dev.plimsoll.agent.settings.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A web configuration file as Prometheus and its exporters have it:
///
/// ```
/// tls_server_config: {cert_file: tls.crt, key_file: tls.key}
/// basic_auth_users: {prometheus: $2y$10$…}
/// ```
///
/// [The
/// format](https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md).
/// Paths are relative to the file's folder. HTTP/2 is accepted and not spoken.
final class WebConfigFile {
  private static final Set<String> KNOWN =
      Set.of("tls_server_config", "http_server_config", "basic_auth_users");
  private static final Set<String> HEADERS =
      Set.of(
          "Content-Security-Policy",
          "X-Frame-Options",
          "X-Content-Type-Options",
          "X-XSS-Protection",
          "Strict-Transport-Security");
  private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  private WebConfigFile() {}

  /// @throws IOException where the file is there and cannot be read
  static WebConfig read(Path path) throws IOException, WrongSettingException {
    YamlMap file = YamlMap.of(YamlFile.read(path));
    file.allow(KNOWN);
    Optional<YamlMap> tls = file.map("tls_server_config");
    return new WebConfig(
        tls.isEmpty() ? Optional.empty() : Optional.of(new TlsSection(tls.get(), path).read()),
        headers(file.map("http_server_config")),
        users(file.map("basic_auth_users")));
  }

  private static Map<String, String> headers(Optional<YamlMap> http) throws WrongSettingException {
    if (http.isEmpty()) return Map.of();
    http.get().allow(Set.of("http2", "headers"));
    http.get().flag("http2", true);
    Optional<YamlMap> headers = http.get().map("headers");
    if (headers.isEmpty()) return Map.of();
    headers.get().allow(HEADERS);
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : headers.get().keys()) {
      String value = headers.get().text(name).orElse("");
      if (!PRINTABLE.matcher(value).matches()) {
        throw headers.get().wrong(name, "has characters that no header may have");
      }
      values.put(name, value);
    }
    return Map.copyOf(values);
  }

  private static Map<String, String> users(Optional<YamlMap> users) throws WrongSettingException {
    if (users.isEmpty()) return Map.of();
    Map<String, String> hashes = new LinkedHashMap<>();
    for (String name : users.get().keys()) {
      String hash = users.get().text(name).orElse("");
      if (!HASH.matcher(hash).matches()) throw users.get().wrong(name, "is not a bcrypt hash");
      hashes.put(name, hash);
    }
    return Map.copyOf(hashes);
  }
}
