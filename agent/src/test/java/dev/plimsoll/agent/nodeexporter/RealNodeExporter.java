package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The real node_exporter, with a free port and the flags that a test wants.
public final class RealNodeExporter implements AutoCloseable {
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI metrics;

  RealNodeExporter(List<String> flags) throws IOException {
    this(Stream.concat(Stream.of("--web.disable-exporter-metrics"), flags.stream()));
  }

  private RealNodeExporter(Stream<String> flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Peers.require("prometheus-node-exporter").toString());
    command.add("--web.listen-address=127.0.0.1:0");
    flags.forEach(command::add);
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    metrics = URI.create("http://" + address() + "/metrics");
  }

  private String address() throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      int at = line.indexOf("address=");
      if (line.contains("Listening on") && at >= 0) return line.substring(at + 8).strip();
    }
    throw new IOException("node_exporter ended before it listened");
  }

  /// One that tells of itself too.
  public static RealNodeExporter whole(List<String> flags) throws IOException {
    return new RealNodeExporter(flags.stream());
  }

  public String scrape() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(metrics).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    client.close();
  }
}
