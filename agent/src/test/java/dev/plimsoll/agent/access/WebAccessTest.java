package dev.plimsoll.agent.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.agent.Until;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that a web configuration file guards, asked by a real client.
@Timeout(120)
final class WebAccessTest {
  private static final String ALICE =
      "basic_auth_users: {alice: '%s'}%n"
          .formatted(BCrypt.withDefaults().hashToString(4, "päss:word".toCharArray()));

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<HttpServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    for (HttpServer server : servers) server.stop(0);
    threads.shutdownNow();
  }

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("web.yml"), text);
  }

  /// Serves `/` to whom the file lets in, and `/healthz` to everyone.
  private String serve(Path config) throws IOException, WrongSettingException {
    WebAccess access = WebAccess.of(config);
    HttpServer server = access.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    servers.add(server);
    server.setExecutor(threads);
    access.guard(server.createContext("/", WebAccessTest::answer));
    access.open(server.createContext("/healthz", WebAccessTest::answer));
    server.start();
    return access.scheme() + "://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static HttpResponse<Void> get(HttpClient client, String url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), BodyHandlers.discarding());
  }

  private static int status(HttpClient client, String url) {
    try {
      return get(client, url).statusCode();
    } catch (IOException | InterruptedException refused) {
      throw new AssertionError(url, refused);
    }
  }

  private static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void onlyWhoHasThePasswordReads() throws Exception {
    String url = serve(config(ALICE));
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertEquals(401, get(client, url).statusCode());
      for (String wrong :
          List.of(
              basic("alice:pass"),
              basic("bob:päss:word"),
              basic("alice"),
              "Basic %%%",
              "Basic",
              "Bearer x")) {
        assertEquals(401, get(client, url, "Authorization", wrong).statusCode(), wrong);
      }
      for (int time = 0; time < 3; time++) {
        String right = basic("alice:päss:word");
        assertEquals(200, get(client, url, "Authorization", right).statusCode());
      }
      assertEquals(200, get(client, url + "/healthz").statusCode());
      assertEquals(
          "Basic realm=\"plimsoll\", charset=\"UTF-8\"",
          get(client, url).headers().firstValue("WWW-Authenticate").orElse("none"));
    }
  }

  @Test
  void passwordsAreReadAgain() throws Exception {
    Path config = config("");
    String url = serve(config);
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertEquals(200, get(client, url).statusCode());
      config(ALICE);
      Until.holds(() -> status(client, url) == 401, () -> "no password is asked for");
    }
  }

  @Test
  void headersAreSentWithEveryAnswer() throws Exception {
    String url =
        serve(config("http_server_config: {headers: {X-Frame-Options: deny}, http2: false}"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertEquals("deny", get(client, url).headers().firstValue("X-Frame-Options").orElse("none"));
    }
  }

  @Test
  void keysOfEveryEncoding() throws Exception {
    TestIdentity rsa = TestIdentity.make(folder, "rsa");
    TestIdentity ec =
        TestIdentity.make(folder, "ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384");
    for (TestIdentity identity :
        List.of(
            rsa,
            rsa.older("rsa", "-traditional"),
            ec,
            ec.older("ec"),
            TestIdentity.make(folder, "ed", "-newkey", "ed25519"))) {
      String url = serve(config(identity.section() + ALICE));
      try (HttpClient client = trusting(identity)) {
        String right = basic("alice:päss:word");
        assertEquals(200, get(client, url, "Authorization", right).statusCode(), url);
        assertEquals(401, get(client, url).statusCode());
      }
    }
  }

  private static HttpClient trusting(TestIdentity identity) throws Exception {
    return HttpClient.newBuilder().sslContext(identity.trusting()).build();
  }

  @Test
  void aKeyThatDoesNotFitIsRefused() throws Exception {
    TestIdentity one = TestIdentity.make(folder, "one");
    TestIdentity other = TestIdentity.make(folder, "other");
    Path file = config(new TestIdentity(one.certificate(), other.key()).section());
    WrongSettingException wrong =
        assertThrows(WrongSettingException.class, () -> WebAccess.of(file));
    assertEquals(other.key() + " is not the key to " + one.certificate(), wrong.getMessage());
    Path none = config(new TestIdentity(one.certificate(), one.certificate()).section());
    assertEquals(
        one.certificate() + " has no private key",
        assertThrows(WrongSettingException.class, () -> WebAccess.of(none)).getMessage());
  }

  @Test
  void certificatesAreReadAgain() throws Exception {
    TestIdentity first = TestIdentity.make(folder, "first");
    TestIdentity second = TestIdentity.make(folder, "second");
    Path crt = Files.copy(first.certificate(), folder.resolve("tls.crt"));
    Path key = Files.copy(first.key(), folder.resolve("tls.key"));
    String url = serve(config(new TestIdentity(crt, key).section()));
    assertEquals("CN=first", owner(first, url));
    replace(second.key(), key);
    replace(second.certificate(), crt);
    Until.holds(() -> owner(second, url).equals("CN=second"), () -> owner(second, url));
  }

  private static void replace(Path by, Path what) throws IOException {
    Files.write(what, Files.readAllBytes(by));
  }

  /// Of the certificate that a new connection is shown; what is wrong where it is not trusted.
  private static String owner(TestIdentity trusted, String url) {
    try (HttpClient client = trusting(trusted)) {
      X509Certificate shown =
          (X509Certificate) get(client, url).sslSession().orElseThrow().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    } catch (Exception refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void clientsShowACertificateWhereTheyMust() throws Exception {
    TestIdentity server = TestIdentity.make(folder, "server");
    TestIdentity client = TestIdentity.make(folder, "client");
    TestIdentity stranger = TestIdentity.make(folder, "stranger");
    String url =
        serve(
            config(
                """
                tls_server_config:
                  cert_file: server.crt
                  key_file: server.key
                  client_auth_type: RequireAndVerifyClientCert
                  client_ca_file: client.crt
                  min_version: TLS12
                  max_version: TLS12
                  cipher_suites: [TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305]
                  curve_preferences: [CurveP256]
                """));
    HttpResponse<Void> answer = asked(server, client, url);
    assertEquals(200, answer.statusCode());
    assertEquals(
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        answer.sslSession().orElseThrow().getCipherSuite());
    assertThrows(IOException.class, () -> asked(server, stranger, url));
    assertThrows(IOException.class, () -> anonymous(server, url));
  }

  private static HttpResponse<Void> asked(TestIdentity server, TestIdentity client, String url)
      throws Exception {
    TlsConfig own =
        new TlsConfig(
            client.certificate(),
            client.key(),
            ClientCertificates.NONE,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            true);
    try (HttpClient asking =
        HttpClient.newBuilder().sslContext(server.trusting(TlsIdentity.read(own))).build()) {
      return get(asking, url);
    }
  }

  private static void anonymous(TestIdentity server, String url) throws Exception {
    try (HttpClient client = trusting(server)) {
      get(client, url);
    }
  }

  /// Neither those who never begin a handshake nor those who never end one keep others out.
  @Test
  void idleConnectionsKeepNobodyOut() throws Exception {
    TestIdentity identity = TestIdentity.make(folder, "rsa");
    URI url = URI.create(serve(config(identity.section())));
    List<Socket> idle = new ArrayList<>();
    try (HttpClient client = trusting(identity)) {
      for (int each = 0; each < 200; each++) {
        Socket socket = new Socket(url.getHost(), url.getPort());
        idle.add(socket);
        if (each % 2 == 0) socket.getOutputStream().write(new byte[] {22, 3, 1});
      }
      assertEquals(200, get(client, url.toString()).statusCode());
    } finally {
      for (Socket socket : idle) socket.close();
    }
  }
}
