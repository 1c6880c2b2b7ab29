package dev.plimsoll.dashboards.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of a test's own on a free port, its output in a file; ended with the test whatever
/// comes.
final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path said;
  private final String address;

  /// Starts it and waits until it says where it listens.
  ///
  /// @param listening finds in its output, as its first group, `127.0.0.1:39391`
  Program(Path folder, Pattern listening, List<String> command)
      throws IOException, InterruptedException {
    said = Files.createTempFile(folder, "program", ".log");
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    await("listening", () -> listening.matcher(said()).find());
    Matcher found = listening.matcher(said());
    if (!found.find()) throw new AssertionError(said());
    address = found.group(1);
  }

  /// `127.0.0.1:39391`
  String address() {
    return address;
  }

  /// Waits until something is so, while the process lives.
  void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("not " + what + "\n" + said());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  void awaitOk(String path) throws InterruptedException {
    await("answering " + path, () -> get(path).statusCode() == 200);
  }

  HttpResponse<String> get(String path) {
    URI uri = URI.create("http://" + address + path);
    try {
      return client.send(
          HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new AssertionError(path + '\n' + said(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private String said() {
    try {
      return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
