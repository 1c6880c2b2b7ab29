package dev.plimsoll.agent.access;

import java.util.Map;
import java.util.Optional;

/// What a web configuration file says.
///
/// @param tls empty for plain HTTP
/// @param headers sent with every answer
/// @param users bcrypt hashes of passwords by user; empty where everyone may read
record WebConfig(Optional<TlsConfig> tls, Map<String, String> headers, Map<String, String> users) {

  static WebConfig open() {
    return new WebConfig(Optional.empty(), Map.of(), Map.of());
  }
}
