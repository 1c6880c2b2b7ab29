package dev.plimsoll.agent.endtoend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plimsoll.agent.Peers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A real Prometheus that scrapes an agent every three seconds, once for each format it can ask
/// for.
final class Prometheus implements AutoCloseable {
  /// The jobs, named for the format that each asks for.
  static final List<String> FORMATS =
      List.of("PrometheusText0.0.4", "OpenMetricsText1.0.0", "PrometheusProto");

  private static final Pattern LISTENING =
      Pattern.compile("\"Listening on\" address=127\\.0\\.0\\.1:(\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Child child;
  private final int port;

  private Prometheus(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  static Prometheus start(Path folder, String target) throws IOException, InterruptedException {
    return scraping(folder, settings(target));
  }

  /// @param yaml the settings as a whole
  static Prometheus scraping(Path folder, String yaml) throws IOException, InterruptedException {
    String program = Peers.require("prometheus").toString();
    Path settings = folder.resolve("prometheus.yml");
    Files.writeString(settings, yaml);
    List<String> command =
        List.of(
            program,
            "--config.file=" + settings,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:0",
            "--enable-feature=native-histograms",
            "--log.level=info");
    Child child = Child.start(folder, Map.of(), command);
    child.await("listening", () -> LISTENING.matcher(child.err()).find());
    Prometheus prometheus = new Prometheus(child, port(child.err()));
    prometheus.child.await("ready", prometheus::isReady);
    return prometheus;
  }

  private static String settings(String target) {
    String jobs = FORMATS.stream().map(format -> job(format, target)).collect(Collectors.joining());
    return "global: {scrape_interval: 3s, scrape_timeout: 3s}\nscrape_configs:\n" + jobs;
  }

  private static String job(String format, String target) {
    return "- job_name: %s\n  scrape_protocols: [%s]\n  static_configs: [{targets: ['%s']}]\n"
        .formatted(format, format, target);
  }

  private static int port(String log) {
    Matcher listening = LISTENING.matcher(log);
    if (!listening.find()) throw new AssertionError(log);
    return Integer.parseInt(listening.group(1));
  }

  private boolean isReady() {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// Waits until the query finds something.
  void await(String query) throws InterruptedException {
    child.await(query, () -> !names(query, "job").isEmpty());
  }

  /// Waits until something is so.
  void await(BooleanSupplier condition, String what) throws InterruptedException {
    child.await(what, condition);
  }

  /// The values that a label has in the query's result.
  Set<String> names(String query, String label) {
    Set<String> values = new TreeSet<>();
    List<String> strings = strings("/api/v1/query?query=" + encode(query));
    for (int at = 0; at + 1 < strings.size(); at++) {
      if (strings.get(at).equals("." + label)) values.add(strings.get(at + 1));
    }
    return values;
  }

  /// Keys, with a dot before each, and strings of an answer in JSON, in their order.
  private List<String> strings(String path) {
    List<String> strings = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(get(path).body())) {
      for (JsonToken token; (token = json.nextToken()) != null; ) {
        if (token == JsonToken.FIELD_NAME) strings.add("." + json.currentName());
        if (token == JsonToken.VALUE_STRING) strings.add(json.getText());
      }
    } catch (IOException refused) {
      throw new AssertionError(path, refused);
    }
    return strings;
  }

  private HttpResponse<String> get(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try {
      return client.send(
          HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String encode(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
    child.close();
  }
}
