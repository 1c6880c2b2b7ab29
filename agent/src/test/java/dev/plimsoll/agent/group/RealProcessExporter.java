package dev.plimsoll.agent.group;

import dev.plimsoll.agent.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The real process-exporter, with the configuration that its packages install.
final class RealProcessExporter implements AutoCloseable {
  private static final String PACKAGED =
      """
      process_names:
        - name: "{{.Comm}}"
          cmdline:
          - '.+'
      """;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI metrics;

  /// It has looked at all processes once when this returns, and long enough ago that it takes what
  /// starts from now on for new: it knows starts by the boot time, which has whole seconds only.
  RealProcessExporter(Path folder) throws IOException, InterruptedException {
    Path program = Peers.require("prometheus-process-exporter");
    Path config = Files.writeString(folder.resolve("all.yaml"), PACKAGED);
    process =
        new ProcessBuilder(
                program.toString(),
                "-config.path=" + config,
                "-web.listen-address=127.0.0.1:0",
                "-gather-smaps=false")
            .redirectErrorStream(true)
            .start();
    metrics = URI.create("http://" + address() + "/metrics");
    TimeUnit.SECONDS.sleep(2);
  }

  private String address() throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      int at = line.indexOf("address=");
      if (line.contains("Listening on") && at >= 0) return line.substring(at + 8).strip();
    }
    throw new IOException("process-exporter ended before it listened");
  }

  String scrape() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(metrics).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    client.close();
  }
}
