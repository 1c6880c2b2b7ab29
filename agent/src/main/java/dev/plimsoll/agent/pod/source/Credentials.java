package dev.plimsoll.agent.pod.source;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;

/// What a client shows a server, and whom it trusts.
///
/// @param token the bearer token, read for each request, for it is replaced before it expires
/// @param authorities the certificates that are trusted; empty for those of Java
/// @param keys the client's own certificates; empty for none
public record Credentials(
    Optional<Material> token, Optional<Material> authorities, List<KeyManager> keys) {
  public Credentials {
    keys = List.copyOf(keys);
  }

  static Credentials of(Server server) {
    return new Credentials(
        server.token().map(Material.InFile::new),
        server.authorities().map(Material.InFile::new),
        List.of());
  }
}
