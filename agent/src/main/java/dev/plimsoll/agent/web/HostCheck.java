package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whom a request was meant for. A page that a person's browser shows may let a name of its own
/// point to this address and then read what is here as if it were its own (DNS rebinding); its name
/// is in the request.
final class HostCheck {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|::ffff:127(\\.\\d{1,3}){3}");
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.%]+]|[^:\\[\\]]+)(:\\d{0,5})?");

  private final String listen;

  /// @param listen where the server was told to listen
  HostCheck(InetSocketAddress listen) {
    this.listen = listen.getHostString().toLowerCase(Locale.ROOT);
  }

  /// Whether it names a loopback address, the address that it came in at, or the one that the
  /// server was told.
  boolean isMeant(HttpExchange exchange) {
    List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    if (hosts.size() != 1) return false;
    String host = hosts.getFirst().toLowerCase(Locale.ROOT);
    if (!HOST.matcher(host).matches()) return false;
    String name = name(host);
    return LOOPBACK.matcher(name).matches()
        || name.equals(listen)
        || name.equals(text(exchange.getLocalAddress().getAddress()));
  }

  private static String name(String host) {
    if (host.startsWith("[")) return host.substring(1, host.indexOf(']'));
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static String text(InetAddress address) {
    return address.getHostAddress();
  }
}
