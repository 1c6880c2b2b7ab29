package dev.plimsoll.daemonset.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The agent as it runs on a node, on a free port.
final class RunningAgent implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("serves (http://[^/]+)/metrics");

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  RunningAgent(Path folder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "agent", ".out");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plimsoll.agent.Main",
                "run",
                "--web.listen-address=127.0.0.1:0",
                "--web.page-address=127.0.0.1:0")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    KubeNode.await("serving", () -> ADDRESS.matcher(text(out)).find());
    Matcher found = ADDRESS.matcher(text(out));
    if (!found.find()) throw new AssertionError(text(out));
    address = found.group(1);
    KubeNode.await("ready", () -> get("/readyz").statusCode() == 200);
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  Samples samples(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) throw new AssertionError(path + ": " + response.body());
    return Samples.parse(response.body());
  }

  private HttpResponse<String> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(address + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException refused) {
      throw new AssertionError(path, refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
