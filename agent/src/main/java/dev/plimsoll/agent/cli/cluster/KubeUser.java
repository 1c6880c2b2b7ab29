package dev.plimsoll.agent.cli.cluster;

import dev.plimsoll.agent.access.PemFile;
import dev.plimsoll.agent.access.TlsIdentity;
import dev.plimsoll.agent.pod.source.Credentials;
import dev.plimsoll.agent.pod.source.Material;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.agent.settings.YamlMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;

/// The `user` of a kubeconfig: a token, a file that holds one, a client certificate, or several of
/// these. Nothing here runs another program.
final class KubeUser {
  private static final Set<String> PLUGINS = Set.of("exec", "auth-provider");
  private static final Set<String> OTHERS =
      Set.of("username", "password", "as", "as-uid", "as-groups", "as-user-extra");
  private static final String CERTIFICATE = "client-certificate";
  private static final String KEY = "client-key";

  private final Kubeconfig.Entry entry;
  private final YamlMap map;

  KubeUser(Kubeconfig.Entry entry) {
    this.entry = entry;
    map = entry.map();
  }

  Credentials credentials(Optional<Material> authorities)
      throws WrongSettingException, IOException {
    for (String key : map.keys()) {
      if (PLUGINS.contains(key)) {
        throw map.wrong(key, "credential plugins are not supported; use a token or a certificate");
      }
      if (OTHERS.contains(key)) throw map.wrong(key, "is not supported");
    }
    return new Credentials(token(), authorities, keys());
  }

  /// A file goes before a token that is written down, as everywhere.
  private Optional<Material> token() throws WrongSettingException {
    Optional<Path> file = entry.path("tokenFile");
    if (file.isPresent()) {
      if (Files.isReadable(file.get())) return file.map(Material.InFile::new);
      throw map.wrong("tokenFile", "cannot read " + file.get());
    }
    Optional<String> token = map.text("token");
    if (token.isEmpty()) return Optional.empty();
    if (!token.get().matches("[!-~]+")) throw map.wrong("token", "is not a token");
    byte[] bytes = token.get().getBytes(StandardCharsets.US_ASCII);
    return Optional.of(new Material.Given(entry.file() + ": token", bytes));
  }

  private List<KeyManager> keys() throws WrongSettingException, IOException {
    KubeMaterial material = new KubeMaterial(entry);
    Optional<Material> certificate = material.find(CERTIFICATE);
    Optional<Material> key = material.find(KEY);
    if (certificate.isEmpty() && key.isEmpty()) return List.of();
    if (key.isEmpty()) throw map.wrong(present(CERTIFICATE), "needs " + KEY);
    if (certificate.isEmpty()) throw map.wrong(present(KEY), "needs " + CERTIFICATE);
    try {
      return List.of(TlsIdentity.of(pem(certificate.get()), pem(key.get())));
    } catch (GeneralSecurityException | IOException unusable) {
      throw map.wrong(present(KEY), String.valueOf(unusable.getMessage()));
    }
  }

  private String present(String key) {
    return map.keys().contains(key + "-data") ? key + "-data" : key;
  }

  private static PemFile pem(Material material) {
    return switch (material) {
      case Material.InFile(Path path) -> new PemFile(path);
      case Material.Given(String name, byte[] bytes) -> PemFile.given(name, bytes);
    };
  }
}
