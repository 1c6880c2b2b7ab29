package dev.plimsoll.agent.pod.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that answers as a kubelet or an API server may, well or badly.
public final class TestServer implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile HttpHandler handler = exchange -> answer(exchange, 404, "not yet");

  public TestServer(TestCertificate certificate) throws IOException {
    this(certificate, 0);
  }

  TestServer(TestCertificate certificate, int port) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            handler.handle(exchange);
          }
        });
    server.start();
  }

  /// Answers everything from now on so.
  public void handle(HttpHandler how) {
    handler = how;
  }

  /// Answers everything so.
  public void answer(int status, String body) {
    handler = exchange -> answer(exchange, status, body);
  }

  /// Answers once.
  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /// The paths that were asked for, in order.
  public List<String> asked() {
    return asked;
  }

  int port() {
    return server.getAddress().getPort();
  }

  public URI address() {
    return URI.create("https://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
