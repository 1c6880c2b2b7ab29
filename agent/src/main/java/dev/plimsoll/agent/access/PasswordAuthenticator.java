package dev.plimsoll.agent.access;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/// HTTP's basic authentication (RFC 7617); everyone passes while no user is named.
final class PasswordAuthenticator extends BasicAuthenticator {
  private static final String REALM = "plimsoll";

  private final Supplier<Map<String, String>> users;
  private final Passwords passwords;

  /// @param users bcrypt hashes by user, as they are now
  PasswordAuthenticator(Supplier<Map<String, String>> users, Passwords passwords) {
    super(REALM, StandardCharsets.UTF_8);
    this.users = users;
    this.passwords = passwords;
  }

  @Override
  public Result authenticate(HttpExchange exchange) {
    if (users.get().isEmpty()) return new Success(exchange.getPrincipal());
    try {
      return super.authenticate(exchange);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      // Not Base64, or without a colon.
      return new Failure(401);
    }
  }

  @Override
  public boolean checkCredentials(String user, String password) {
    return passwords.match(users.get(), user, password);
  }
}
