package dev.plimsoll.agent.cli.agent;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where the agent answers commands: `--agent=http://127.0.0.1:9754`.
///
/// @param host as a socket takes it, an address of IPv6 without brackets
public record AgentUrl(String host, int port) {
  /// The flag.
  public static final String FLAG = "--agent";

  /// The variable of the environment.
  public static final String VARIABLE = "PLIMSOLL_AGENT";

  /// Where it is unless somebody says otherwise.
  public static final String USUAL = "http://127.0.0.1:9754";

  private static final String NOBODY = "none";
  private static final int HTTP = 80;

  /// @param text `none` for nobody, and nothing for nobody either
  /// @throws WrongSettingException where it is no such address; the message repeats it
  public static Optional<AgentUrl> parse(String text) throws WrongSettingException {
    if (text.isEmpty() || text.equals(NOBODY)) return Optional.empty();
    try {
      URI url = new URI(text);
      String path = url.getRawPath();
      boolean isPlain = "".equals(path) || "/".equals(path);
      boolean isAlone =
          url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
      String host = url.getHost();
      if (isPlain && isAlone && host != null && "http".equals(url.getScheme())) {
        return Optional.of(new AgentUrl(host.replaceAll("[\\[\\]]", ""), port(url)));
      }
    } catch (URISyntaxException _) {
      // Said below, as of all that is none.
    }
    throw new WrongSettingException(
        FLAG + ": \"" + text + "\" is neither none nor an address such as " + USUAL);
  }

  private static int port(URI url) throws WrongSettingException {
    int port = url.getPort() < 0 ? HTTP : url.getPort();
    if (port <= 65_535) return port;
    throw new WrongSettingException(FLAG + ": there is no port " + port);
  }

  /// `http://127.0.0.1:9754`
  public String text() {
    return "http://" + authority();
  }

  /// `[::1]:9754`
  String authority() {
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
  }
}
