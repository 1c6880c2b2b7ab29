package dev.plimsoll.agent.access;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Over which connection a server is reached, and by whom.
public final class WebAccess {
  private final Supplier<WatchedConfig.Loaded> current;
  private final Passwords passwords = new Passwords();

  private WebAccess(Supplier<WatchedConfig.Loaded> current) {
    this.current = current;
  }

  /// Everyone, over plain HTTP.
  public static WebAccess everyone() {
    WatchedConfig.Loaded open = new WatchedConfig.Loaded(WebConfig.open(), Optional.empty());
    return new WebAccess(() -> open);
  }

  /// As a web configuration file of Prometheus' exporters says, from now on.
  ///
  /// @throws IOException where the file is there and cannot be read
  /// @throws WrongSettingException naming the file, the line and what is wrong there
  public static WebAccess of(Path file) throws IOException, WrongSettingException {
    return new WebAccess(new WatchedConfig(file, System::nanoTime)::current);
  }

  /// `http` or `https`.
  public String scheme() {
    return isEncrypted() ? "https" : "http";
  }

  private boolean isEncrypted() {
    return current.get().tls().isPresent();
  }

  /// Binds the address at once.
  public HttpServer listen(InetSocketAddress address) throws IOException {
    if (!isEncrypted()) return HttpServer.create(address, 0);
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new Configurator(CurrentContext.of(() -> tls().context())));
    return server;
  }

  private TlsContext tls() {
    return current.get().tls().orElseThrow();
  }

  private final class Configurator extends HttpsConfigurator {
    Configurator(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      parameters.setSSLParameters(tls().parameters());
    }
  }

  /// Lets only those in who may read.
  public void guard(HttpContext context) {
    context.setAuthenticator(new PasswordAuthenticator(this::users, passwords));
    open(context);
  }

  /// Lets everyone in.
  public void open(HttpContext context) {
    context
        .getFilters()
        .add(
            Filter.beforeHandler(
                "headers", exchange -> headers().forEach(exchange.getResponseHeaders()::set)));
  }

  private Map<String, String> users() {
    return current.get().config().users();
  }

  private Map<String, String> headers() {
    return current.get().config().headers();
  }
}
