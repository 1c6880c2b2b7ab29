package dev.plimsoll.agent.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `tls_server_config`.
///
/// @param certificate the server's, and those between it and its authority, in PEM
/// @param key the private key to it, in PEM
/// @param authorities who may vouch for certificates of clients, in PEM
/// @param protocols as Java names them, the least first
/// @param ciphers as IANA names them; empty for Java's choice
/// @param groups named groups of the key exchange as Java names them; empty for Java's choice
/// @param serverChooses whether the server's order of ciphers counts, not the client's
record TlsConfig(
    Path certificate,
    Path key,
    ClientCertificates clients,
    Optional<Path> authorities,
    List<String> protocols,
    List<String> ciphers,
    List<String> groups,
    boolean serverChooses) {

  List<Path> files() {
    return Stream.concat(Stream.of(certificate, key), authorities.stream()).toList();
  }
}
