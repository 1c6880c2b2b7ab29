package dev.plimsoll.agent.pod.source;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A server that answers well until it is told to do wrong, and well again afterwards; with the
/// files that say whom to trust and who asks.
final class FaultyServer implements AutoCloseable {
  static final String SECRET = "eyJ.first.token";
  private static final int PART = 1000;

  private final TestCertificate certificate;
  private final Path token;
  private final Path authorities;
  private final String good;
  private final CountDownLatch released = new CountDownLatch(1);
  private TestServer server;

  /// @param folder for its files
  /// @param good what it answers when it does right
  FaultyServer(Path folder, TestCertificate certificate, String good) throws IOException {
    this.certificate = certificate;
    this.good = good;
    token = Files.writeString(folder.resolve("token"), SECRET + "\n");
    authorities = Files.copy(certificate.authorities(), folder.resolve("ca.crt"));
    server = new TestServer(certificate);
    server.answer(200, good);
  }

  /// How to ask it.
  Server server() {
    return new Server(
        server.address(),
        Optional.of(token),
        Optional.of(authorities),
        true,
        List.of(),
        Duration.ofMillis(500),
        "plimsoll/test");
  }

  TestServer http() {
    return server;
  }

  void recover() throws IOException {
    released.countDown();
    Files.writeString(token, SECRET);
    trust(certificate);
    int port = server.port();
    server.close();
    server = new TestServer(certificate, port);
    server.answer(200, good);
  }

  void trust(TestCertificate other) throws IOException {
    Files.writeString(authorities, Files.readString(other.authorities()));
  }

  void loseToken() throws IOException {
    Files.delete(token);
  }

  void loseAuthorities() throws IOException {
    Files.delete(authorities);
  }

  void cutOff() {
    server.handle(
        exchange -> {
          exchange.sendResponseHeaders(200, good.length());
          part(exchange);
        });
  }

  void beSilent() {
    server.handle(_ -> awaitRelease());
  }

  void beSilentHalfway() {
    server.handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          part(exchange);
          awaitRelease();
        });
  }

  private void part(HttpExchange exchange) throws IOException {
    exchange.getResponseBody().write(good.getBytes(StandardCharsets.UTF_8), 0, PART);
    exchange.getResponseBody().flush();
  }

  /// Never silent for long, and never done.
  void drip() {
    server.handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (released.getCount() > 0) {
            exchange.getResponseBody().write('\n');
            exchange.getResponseBody().flush();
            pause();
          }
        });
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Two hundred megabytes behind a beginning.
  void sendGarbage(String beginning) {
    byte[] garbage = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    server.handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          out.write(beginning.getBytes(StandardCharsets.UTF_8));
          for (int megabyte = 0; megabyte < 200; megabyte++) out.write(garbage);
        });
  }

  @Override
  public void close() {
    released.countDown();
    server.close();
  }
}
