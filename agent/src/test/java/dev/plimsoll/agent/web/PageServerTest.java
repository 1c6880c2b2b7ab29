package dev.plimsoll.agent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PageServerTest {
  private final CountDownLatch released = new CountDownLatch(1);
  private PageServer server;

  /// Says what it was asked for.
  private record Echo(String path, CountDownLatch released) implements Resource {
    @Override
    public String shows() {
      return "what it was asked for";
    }

    @Override
    public Body answer(ApiRequest request) throws RefusedException {
      List<String> below = request.below();
      if (below.contains("none")) throw RefusedException.notThere("none of \u001b\"\uDCFF");
      if (below.contains("fault")) throw new IllegalStateException("secret");
      if (below.contains("slow")) await(released);
      return json -> {
        json.writeStartArray();
        for (String part : below) json.writeString(part);
        for (String value : request.values("key")) json.writeString("key=" + value);
        if (below.contains("middle")) {
          json.flush();
          throw new IllegalStateException("secret");
        }
        json.writeEndArray();
      };
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        new PageServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            List.of(new Echo("/api/v1/echo", released)));
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void asksTheResourceForWhatIsBelowItsPath() throws IOException {
    assertEquals("[]\n", body(get("/api/v1/echo")));
    assertEquals(
        "[\"a b\",\"c/d\",\"e+f\",\"%zz\",\"key=1\"]\n",
        body(get("/api/v1/echo/a%20b/c%2Fd/e+f/%25zz?key=1&other=2")));
  }

  @Test
  void refusesInJson() throws IOException {
    String gone = get("/api/v1/echo/none");
    assertEquals(404, status(gone));
    assertTrue(gone.contains("Content-type: application/json\r\n"), gone);
    assertEquals(
        "{\"status\":404,\"error\":\"there is no none of \\u001B\\\"\\\\xff\"}\n", body(gone));
    for (String path : List.of("/", "/nonsense", "/api/v1/echos", "/api/v1/echo/", "/api/v1/no")) {
      assertEquals(404, status(get(path)), path);
    }
    String post = ask("POST", "/api/v1/echo", "Host: localhost\r\nContent-Length: 0\r\n");
    assertEquals(405, status(post));
    assertTrue(post.contains("Allow: GET, HEAD\r\n"), post);
  }

  @Test
  void tellsWhatMayBeAsked() throws IOException {
    assertEquals(
        "[{\"path\":\"/api/v1/echo\",\"shows\":\"what it was asked for\"}]\n",
        body(get("/api/v1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost:9754", "127.0.0.1", "127.0.0.1:1", "[::1]:9754", "[::1]"})
  void answersWhoMeansThisHost(String host) throws IOException {
    assertEquals(200, status(ask("GET", "/api/v1/echo", "Host: " + host + "\r\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example\r\n",
        "Host: evil.example:9754\r\n",
        "Host: localhost.evil.example\r\n",
        "Host: 127.0.0.1.evil.example\r\n",
        "Host: 127.0.0.1@evil.example\r\n",
        "Host: 10.0.0.1\r\n",
        "Host: [::2]\r\n",
        "Host: \r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        ""
      })
  void refusesWhoMeansAnother(String hosts) throws IOException {
    int status = status(ask("GET", "/api/v1/echo", hosts));
    assertTrue(status == 403 || status == 400, () -> hosts + status);
  }

  @Test
  void letsNoOtherSiteRead() throws IOException {
    String answer =
        ask("GET", "/api/v1/echo", "Host: localhost\r\nOrigin: https://evil.example\r\n");
    assertFalse(answer.contains("Access-control"), answer);
    assertTrue(answer.contains("Cross-origin-resource-policy: same-origin\r\n"), answer);
    assertTrue(answer.contains("X-content-type-options: nosniff\r\n"), answer);
    assertTrue(answer.contains("Cache-control: no-store\r\n"), answer);
  }

  @Test
  void compressesWhereTheClientTakesThat() throws IOException {
    try (Socket socket = open("GET", "/api/v1/echo/a", "Host: x\r\nAccept-Encoding: gzip\r\n")) {
      assertTrue(read(socket).startsWith("HTTP/1.1 403"));
    }
    String packed = get("/api/v1/echo/a", "Accept-Encoding: gzip\r\n");
    assertTrue(packed.contains("Content-encoding: gzip\r\n"), packed);
    byte[] bytes = body(packed).getBytes(StandardCharsets.ISO_8859_1);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertEquals("[\"a\"]\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void answersHeadWithoutABody() throws IOException {
    String head = ask("HEAD", "/api/v1/echo/a", "Host: localhost\r\n");
    assertEquals(200, status(head));
    assertTrue(head.endsWith("\r\n\r\n"), head);
  }

  @Test
  void keepsItsFaultsToItself() throws IOException {
    String fault = get("/api/v1/echo/fault");
    assertEquals(500, status(fault));
    assertFalse(fault.contains("secret"), fault);
    String broken = get("/api/v1/echo/middle");
    assertEquals("[\"middle\"", body(broken));
  }

  @Test
  void turnsAwayWhoWouldBeTooMany() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      while (status(get("/api/v1/echo")) == 200) {
        slow.add(open("GET", "/api/v1/echo/slow", "Host: localhost\r\n"));
      }
      assertTrue(slow.size() >= PageServer.PLACES, () -> "only " + slow.size());
      assertTrue(get("/api/v1/echo").contains("Retry-after: 1\r\n"));
    } finally {
      released.countDown();
      for (Socket each : slow) each.close();
    }
    while (status(get("/api/v1/echo")) != 200) Thread.onSpinWait();
  }

  private String get(String path, String... headers) throws IOException {
    return ask("GET", path, "Host: localhost\r\n" + String.join("", headers));
  }

  private String ask(String method, String path, String headers) throws IOException {
    try (Socket socket = open(method, path, headers)) {
      return read(socket);
    }
  }

  private Socket open(String method, String path, String headers) throws IOException {
    Socket socket = new Socket();
    socket.connect(server.address());
    String request = method + ' ' + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  /// The chunks put together.
  private static String body(String answer) {
    StringBuilder body = new StringBuilder();
    int at = answer.indexOf("\r\n\r\n") + 4;
    while (at < answer.length()) {
      int line = answer.indexOf("\r\n", at);
      int size = Integer.parseInt(answer.substring(at, line), 16);
      body.append(answer, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
    return body.toString();
  }
}
