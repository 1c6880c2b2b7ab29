package dev.plimsoll.agent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.access.WebAccess;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a server with passwords shows to those who have none.
@Timeout(60)
class GuardedServerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "/healthz, 200",
    "/readyz, 401",
    "/, 401",
    "/metrics, 401",
    "/healthz/, 404",
    "/healthz/../metrics, 404"
  })
  void aKubeletAsksForHealthAndNobodyForMore(String path, int status) throws Exception {
    String users = "basic_auth_users: {alice: '$2a$10$%s'}\n".formatted("a".repeat(53));
    WebAccess access = WebAccess.of(Files.writeString(folder.resolve("web.yml"), users));
    try (MetricsServer server = server(access);
        HttpClient client = HttpClient.newHttpClient()) {
      server.start();
      URI url = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
      HttpRequest request = HttpRequest.newBuilder(url).build();
      assertEquals(status, client.send(request, BodyHandlers.discarding()).statusCode());
    }
  }

  private static MetricsServer server(WebAccess access) throws Exception {
    return new MetricsServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        access,
        new Exposition(5000, new DroppedSeries()),
        List.of(new MetricsPath("/metrics", "all", () -> true, MetricsPath.Metrics.whole(_ -> {}))),
        new Healthy(),
        List::of,
        PodsReport::nothing,
        List::of);
  }

  private static final class Healthy implements Health {
    @Override
    public Optional<String> broken() {
      return Optional.empty();
    }

    @Override
    public Optional<String> unready() {
      return Optional.empty();
    }
  }
}
