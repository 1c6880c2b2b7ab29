package dev.plimsoll.agent.pod.source;

import java.util.Locale;

/// Why a source did not tell, as a class that metrics count.
public enum Trouble {
  /// Nobody listens, there is no way, or no such host.
  UNREACHABLE,
  /// Nothing came for too long, or not all of it in time.
  TIMEOUT,
  /// The certificate is not one that is trusted, or there was no common protocol.
  TLS,
  /// 401: the token is missing, expired or for others.
  UNAUTHORIZED,
  /// 403: a permission is missing.
  FORBIDDEN,
  /// 410: the version asked for is too old.
  GONE,
  /// Any other status than 200.
  STATUS,
  /// The answer ended in the middle.
  CUT_OFF,
  /// More than will be read.
  TOO_LARGE,
  /// Not what it should be.
  MALFORMED,
  /// A file that is needed could not be read.
  FILE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
