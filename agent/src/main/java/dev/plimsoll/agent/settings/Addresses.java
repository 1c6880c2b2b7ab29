package dev.plimsoll.agent.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Addresses to listen on: `host:port`, `[::1]:port`, and `:port` for every address of this host;
/// and those of servers: `https://host:port`.
final class Addresses {
  private static final String SHAPES =
      "is not an address such as 0.0.0.0:9753, :9753 or [::1]:9753";

  private Addresses() {}

  static InetSocketAddress parse(String text) throws WrongSettingException {
    int colon = text.lastIndexOf(':');
    if (colon < 0) throw new WrongSettingException(SHAPES);
    int port = port(text.substring(colon + 1));
    String host = host(text.substring(0, colon));
    if (host.isEmpty()) return new InetSocketAddress(port);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) throw new WrongSettingException("names a host that is not known");
    return address;
  }

  /// Where a server is; empty where nothing is written.
  static Optional<URI> url(String text) throws WrongSettingException {
    if (text.isEmpty()) return Optional.empty();
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean isPlain = url.getRawPath().isEmpty() && url.getRawQuery() == null;
      boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (isPlain && isHttp && url.getHost() != null && url.getRawUserInfo() == null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException _) {
      // Said below, as of all that is none.
    }
    throw new WrongSettingException("is not an address such as https://10.0.0.7:10250");
  }

  private static int port(String text) throws WrongSettingException {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new WrongSettingException("has no port from 0 to 65535 at its end");
    }
    return Integer.parseInt(text);
  }

  private static String host(String text) throws WrongSettingException {
    if (text.startsWith("[") && text.endsWith("]") && text.indexOf(':') > 0) {
      return text.substring(1, text.length() - 1);
    }
    if (text.indexOf(':') >= 0 || text.indexOf('[') >= 0 || text.indexOf(' ') >= 0) {
      throw new WrongSettingException(SHAPES);
    }
    return text;
  }
}
