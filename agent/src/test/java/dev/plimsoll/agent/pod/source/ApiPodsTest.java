package dev.plimsoll.agent.pod.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.Until;
import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The watch of an API server, and what may end it.
class ApiPodsTest {
  @TempDir private static Path folder;
  private static TestCertificate certificate;

  private TestServer server;
  private ApiServer cluster;
  private PodSources sources;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.of(folder, "api", "ip:127.0.0.1");
  }

  @BeforeEach
  void start() throws IOException {
    server = new TestServer(certificate);
    cluster = new ApiServer(Files.readString(Captured.file("1.36/pods.json")));
    server.handle(cluster);
    Server api =
        new Server(
            server.address(),
            Optional.empty(),
            Optional.of(certificate.authorities()),
            true,
            List.of(),
            Duration.ofSeconds(5),
            "plimsoll/test");
    PodsOptions options =
        new PodsOptions(
            Optional.empty(), Optional.of(api), "node36", Optional.empty(), Duration.ofSeconds(1));
    sources = new PodSources(options, KeptAnnotations.none(), Clock.systemUTC());
    sources.start();
    awaitPods(38);
    awaitWatches(1);
  }

  @AfterEach
  void stop() {
    sources.close();
    server.close();
  }

  private void awaitPods(int count) {
    Until.holds(() -> sources.table().pods().size() == count, () -> sources.report().toString());
  }

  private void awaitWatches(int count) {
    Until.holds(() -> cluster.watches().size() >= count, () -> cluster.watches().toString());
  }

  private static String event(String type, String uid, String phase, int version) {
    return "{\"type\":\"%s\",\"object\":{\"metadata\":{\"uid\":\"%s\",\"name\":\"p\",\"namespace\":\"n\",\"resourceVersion\":\"%d\"},\"status\":{\"phase\":\"%s\"}}}"
        .formatted(type, uid, version, phase);
  }

  private Optional<String> phase(String uid) {
    PodTable table = sources.table();
    return table.pod(uid).map(pod -> pod.status().phase());
  }

  @Test
  void followsPodsAsTheyComeChangeAndGo() {
    cluster.send(event("ADDED", "u", "Pending", 101));
    awaitPods(39);
    cluster.send(event("MODIFIED", "u", "Running", 102));
    Until.holds(() -> phase("u").equals(Optional.of("Running")), () -> phase("u").toString());
    cluster.send(event("LATER", "u", "Odd", 103));
    cluster.send(event("DELETED", "u", "Running", 104));
    awaitPods(38);
    assertEquals(1, cluster.lists());
    assertEquals("api", sources.report().source());
  }

  /// The server ends a watch after some minutes; a bookmark says from where the next one may go on.
  @Test
  void goesOnWhereTheLastWatchEnded() {
    assertTrue(cluster.watches().getFirst().contains("&resourceVersion=100&"));
    assertTrue(cluster.watches().getFirst().contains("&allowWatchBookmarks=true&"));
    cluster.send(event("BOOKMARK", "", "", 250));
    cluster.send(ApiServer.END);
    awaitWatches(2);
    assertTrue(
        cluster.watches().getLast().contains("&resourceVersion=250&"), cluster.watches()::toString);
    assertEquals(1, cluster.lists());
  }

  @Test
  void aWatchThatIsCutAgainAndAgainIsTakenUpAgain() {
    for (int cut = 1; cut <= 3; cut++) {
      cluster.send(event("ADDED", "u" + cut, "Running", 100 + cut));
      cluster.send(ApiServer.END);
      awaitPods(38 + cut);
      awaitWatches(cut + 1);
    }
    assertEquals(1, cluster.lists());
  }

  /// Half an event counts as none; the next watch brings it again.
  @Test
  void anEventThatIsCutOffDoesNotCount() {
    cluster.send("{\"type\":\"DELETED\",\"object\":{\"metadata\":{\"uid\":");
    cluster.send(ApiServer.END);
    awaitWatches(2);
    assertEquals(38, sources.table().pods().size());
  }

  @Test
  void listsAnewWhenTheServerHasForgotten() throws IOException {
    cluster.send(event("ADDED", "u", "Pending", 101));
    awaitPods(39);
    cluster.send(
        "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"message\":\"too old\"}}");
    cluster.send(ApiServer.END);
    awaitPods(38);
    awaitWatches(2);
    assertEquals(2, cluster.lists());
    assertEquals(1L, sources.report().sources().getFirst().errors().getOrDefault("gone", 0L));
  }

  @Test
  void statusGoneListsAnewToo() {
    server.handle(
        exchange -> {
          boolean isWatch = exchange.getRequestURI().getQuery().contains("watch=true");
          server.handle(cluster);
          if (isWatch) TestServer.answer(exchange, 410, "too old");
          else cluster.handle(exchange);
        });
    cluster.send(ApiServer.END);
    Until.holds(() -> cluster.lists() == 2, () -> sources.report().toString());
    awaitPods(38);
  }
}
