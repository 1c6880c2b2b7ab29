package dev.plimsoll.agent.access;

import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.agent.settings.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `tls_server_config` of a web configuration file, with the names that Go has for protocols,
/// ciphers and curves turned into Java's.
final class TlsSection {
  private static final Set<String> KNOWN =
      Set.of(
          "cert_file",
          "key_file",
          "client_auth_type",
          "client_ca_file",
          "min_version",
          "max_version",
          "cipher_suites",
          "prefer_server_cipher_suites",
          "curve_preferences");
  private static final List<String> GO_PROTOCOLS = List.of("TLS12", "TLS13");
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final Map<String, String> GROUPS =
      Map.of(
          "CurveP256", "secp256r1",
          "CurveP384", "secp384r1",
          "CurveP521", "secp521r1",
          "X25519", "x25519");

  private final YamlMap section;
  private final Path file;

  /// @param file of the section; relative paths begin in its folder
  TlsSection(YamlMap section, Path file) {
    this.section = section;
    this.file = file;
  }

  TlsConfig read() throws WrongSettingException {
    section.allow(KNOWN);
    ClientCertificates clients = clients();
    Optional<Path> authorities = section.text("client_ca_file").map(file::resolveSibling);
    if (clients.isVerified() && authorities.isEmpty()) {
      throw section.wrong("client_auth_type", "needs client_ca_file");
    }
    if (authorities.isPresent() && !clients.isAsked()) {
      throw section.wrong("client_ca_file", "needs client_auth_type");
    }
    return new TlsConfig(
        needed("cert_file"),
        needed("key_file"),
        clients,
        authorities,
        protocols(),
        ciphers(),
        groups(),
        section.flag("prefer_server_cipher_suites", true));
  }

  private Path needed(String key) throws WrongSettingException {
    Optional<String> named = section.text(key);
    if (named.isEmpty()) throw section.wrong(key, "is needed");
    return file.resolveSibling(named.get());
  }

  private ClientCertificates clients() throws WrongSettingException {
    Optional<String> name = section.text("client_auth_type");
    if (name.isEmpty()) return ClientCertificates.NONE;
    Optional<ClientCertificates> clients = ClientCertificates.of(name.get());
    if (clients.isEmpty()) throw section.wrong("client_auth_type", name.get() + " is not known");
    return clients.get();
  }

  private List<String> protocols() throws WrongSettingException {
    int least = protocol("min_version", "TLS12");
    int most = protocol("max_version", "TLS13");
    if (least > most) throw section.wrong("min_version", "is above max_version");
    return PROTOCOLS.subList(least, most + 1);
  }

  private int protocol(String key, String byDefault) throws WrongSettingException {
    String name = section.text(key).orElse(byDefault);
    int index = GO_PROTOCOLS.indexOf(name);
    if (index < 0) throw section.wrong(key, name + " is not one of " + GO_PROTOCOLS);
    return index;
  }

  private List<String> ciphers() throws WrongSettingException {
    List<String> ciphers = new ArrayList<>();
    for (String name : section.list("cipher_suites")) {
      ciphers.add(name.endsWith("_CHACHA20_POLY1305") ? name + "_SHA256" : name);
    }
    return List.copyOf(ciphers);
  }

  private List<String> groups() throws WrongSettingException {
    List<String> groups = new ArrayList<>();
    for (String name : section.list("curve_preferences")) {
      String group = GROUPS.get(name);
      if (group == null) throw section.wrong("curve_preferences", name + " is not known here");
      groups.add(group);
    }
    return List.copyOf(groups);
  }
}
