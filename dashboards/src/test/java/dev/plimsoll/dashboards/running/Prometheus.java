package dev.plimsoll.dashboards.running;

import dev.plimsoll.dashboards.Peers;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A real Prometheus that scrapes and evaluates every second.
final class Prometheus implements AutoCloseable {
  static final Pattern LISTENING =
      Pattern.compile("\"Listening on\" address=(127\\.0\\.0\\.1:\\d+)");

  private final Program program;

  /// @param more of its settings: rules and whom to tell of alerts
  Prometheus(Path folder, List<Program> agents, String more)
      throws IOException, InterruptedException {
    List<String> targets = agents.stream().map(agent -> "'" + agent.address() + "'").toList();
    Path settings = folder.resolve("prometheus.yml");
    Files.writeString(
        settings,
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
        scrape_configs:
        - job_name: plimsoll
          honor_labels: true
          static_configs: [{targets: %s}]
        """
                .formatted(targets)
            + more);
    program =
        new Program(
            folder,
            LISTENING,
            List.of(
                Peers.require("prometheus").toString(),
                "--config.file=" + settings,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--enable-feature=native-histograms",
                "--web.listen-address=127.0.0.1:0"));
    program.awaitOk("/-/ready");
  }

  /// Whether the query finds something; one that Prometheus refuses fails.
  boolean finds(String query) {
    String path = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpResponse<String> answer = program.get(path);
    if (answer.statusCode() != 200) throw new AssertionError(query + '\n' + answer.body());
    return !answer.body().contains("\"result\":[]");
  }

  void awaitFinding(String query) throws InterruptedException {
    program.await(query, () -> finds(query));
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    program.close();
  }
}
