package dev.plimsoll.agent.pod.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.Until;
import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sources of pods against servers that answer well and badly.
class PodSourcesTest {
  private static final String SECRET = "eyJ.first.token";

  @TempDir private static Path shared;
  private static TestCertificate certificate;
  private static TestCertificate stranger;
  private static TestCertificate otherName;
  private static String pods;

  @TempDir private Path folder;
  private Path token;
  private Path authorities;
  private TestServer kubelet;
  private TestServer api;
  private PodSources sources =
      new PodSources(PodsOptions.nobody(), KeptAnnotations.none(), Clock.systemUTC());

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificate = TestCertificate.of(shared, "right", "ip:127.0.0.1");
    stranger = TestCertificate.of(shared, "stranger", "ip:127.0.0.1");
    otherName = TestCertificate.of(shared, "other", "dns:node36");
    pods = Files.readString(Captured.file("1.36/pods.json"));
  }

  @BeforeEach
  void listen() throws IOException {
    token = Files.writeString(folder.resolve("token"), SECRET + "\n");
    authorities = Files.copy(certificate.authorities(), folder.resolve("ca.crt"));
    kubelet = new TestServer(certificate);
    api = new TestServer(certificate);
  }

  @AfterEach
  void stop() {
    sources.close();
    kubelet.close();
    api.close();
  }

  private Server server(TestServer asked, List<String> names) {
    return new Server(
        asked.address(),
        Optional.of(token),
        Optional.of(authorities),
        true,
        names,
        Duration.ofMillis(500),
        "plimsoll/test");
  }

  private void start(Optional<Server> first, Optional<Server> second, Optional<Path> logs) {
    PodsOptions options = new PodsOptions(first, second, "node36", logs, Duration.ofSeconds(1));
    sources = new PodSources(options, KeptAnnotations.none(), Clock.systemUTC());
    sources.start();
  }

  private void startKubeletOnly() {
    start(Optional.of(server(kubelet, List.of())), Optional.empty(), Optional.empty());
  }

  private void awaitPods(int count) {
    Until.holds(() -> sources.table().pods().size() == count, () -> sources.report().toString());
  }

  private void awaitError(String source, Trouble trouble) {
    Until.holds(
        () -> errors(source, trouble) > 0, () -> trouble + " in " + sources.report().sources());
  }

  private long errors(String source, Trouble trouble) {
    return report(source).errors().getOrDefault(trouble.label(), 0L);
  }

  private PodsReport.SourceReport report(String source) {
    return sources.report().sources().stream()
        .filter(report -> report.name().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private void awaitSource(String name) {
    Until.holds(
        () -> sources.report().source().equals(name), () -> sources.report().sources().toString());
  }

  @Test
  void readsTheKubeletsPodsAndKeepsTheTableWhileTheyAreTheSame() {
    kubelet.answer(200, pods);
    startKubeletOnly();
    awaitPods(38);
    PodTable first = sources.table();
    long answers = report("kubelet").answers();
    Until.holds(() -> report("kubelet").answers() > answers + 1, () -> "no further answer");
    assertEquals(first, sources.table());
    assertEquals("kubelet", sources.report().source());
    assertTrue(sources.report().told().isPresent());
    assertEquals(pods.length(), report("kubelet").bytes() / report("kubelet").answers());
  }

  /// Its time would come after an hour.
  @Test
  void looksBeforeItsTimeWhereThatIsWished() {
    kubelet.answer(200, "{\"kind\":\"PodList\"}");
    Optional<Server> first = Optional.of(server(kubelet, List.of()));
    PodsOptions options =
        new PodsOptions(first, Optional.empty(), "node36", Optional.empty(), Duration.ofHours(1));
    sources = new PodSources(options, KeptAnnotations.none(), Clock.systemUTC());
    sources.start();
    Until.holds(() -> report("kubelet").answers() > 0, () -> sources.report().toString());
    kubelet.answer(200, pods);
    Until.holds(
        () -> {
          sources.look();
          return sources.table().pods().size() == 38;
        },
        () -> sources.report().toString());
  }

  @Test
  void saysWhoItIs() {
    CountDownLatch right = new CountDownLatch(1);
    kubelet.handle(
        exchange -> {
          String agent = exchange.getRequestHeaders().getFirst("User-Agent");
          String bearer = exchange.getRequestHeaders().getFirst("Authorization");
          if (agent.equals("plimsoll/test") && bearer.equals("Bearer " + SECRET)) right.countDown();
          TestServer.answer(exchange, 200, pods);
        });
    startKubeletOnly();
    Until.holds(() -> right.getCount() == 0, () -> "not asked rightly");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  /// As a service account's token is replaced before it expires.
  @Test
  void readsTheTokenAnew() throws IOException {
    kubelet.handle(
        exchange -> {
          boolean isNew =
              "Bearer new".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          TestServer.answer(exchange, isNew ? 200 : 401, isNew ? pods : "Unauthorized");
        });
    startKubeletOnly();
    awaitError("kubelet", Trouble.UNAUTHORIZED);
    Files.writeString(token, "new");
    awaitPods(38);
  }

  @Test
  void aCertificateMayHaveTheNodesNameInstead() throws IOException {
    kubelet.close();
    kubelet = new TestServer(otherName);
    kubelet.answer(200, pods);
    Files.writeString(authorities, read(otherName.authorities()));
    start(Optional.of(server(kubelet, List.of("node36"))), Optional.empty(), Optional.empty());
    awaitPods(38);
  }

  @Test
  void aCertificateOfAnotherNodeIsRefused() throws IOException {
    kubelet.close();
    kubelet = new TestServer(otherName);
    kubelet.answer(200, pods);
    Files.writeString(authorities, read(otherName.authorities()));
    start(Optional.of(server(kubelet, List.of("node37"))), Optional.empty(), Optional.empty());
    awaitError("kubelet", Trouble.TLS);
    assertEquals(List.of(), kubelet.asked());
  }

  @Test
  void anyCertificateWillDoWhereItIsSaidSo() throws IOException {
    kubelet.close();
    kubelet = new TestServer(stranger);
    kubelet.answer(200, pods);
    Server unverified =
        new Server(
            kubelet.address(),
            Optional.of(token),
            Optional.empty(),
            false,
            List.of(),
            Duration.ofSeconds(1),
            "plimsoll/test");
    start(Optional.of(unverified), Optional.empty(), Optional.empty());
    awaitPods(38);
  }

  @Test
  void asksTheApiServerWhereTheKubeletForbidsAndTheKubeletAgainWhenItTells() throws IOException {
    kubelet.answer(403, "Forbidden");
    ApiServer cluster = new ApiServer(pods);
    api.handle(cluster);
    start(
        Optional.of(server(kubelet, List.of())),
        Optional.of(server(api, List.of())),
        Optional.empty());
    awaitSource("api");
    awaitPods(38);
    assertEquals(1, cluster.lists());
    kubelet.answer(200, "{\"kind\":\"PodList\",\"items\":[]}");
    awaitSource("kubelet");
    awaitPods(0);
    kubelet.answer(500, "");
    awaitSource("api");
    awaitPods(38);
  }

  @Test
  void readsTheNamesOfLogsWhereNobodyElseTells() throws IOException {
    Path logs = logs("web-1_shop_httpd-0123456789abcdef", "shop_web-1_some-uid", "httpd");
    kubelet.answer(403, "");
    start(Optional.of(server(kubelet, List.of())), Optional.empty(), Optional.of(logs));
    awaitSource("logs");
    PodTable.Place place = sources.table().container("0123456789abcdef").orElseThrow();
    assertEquals("shop", place.pod().namespace());
    assertEquals("web-1", place.pod().name());
    assertEquals("some-uid", place.pod().groupUid());
    assertEquals("httpd", place.container().name());
    assertTrue(sources.table().pods().isEmpty());
    assertTrue(sources.report().told().isEmpty());
    kubelet.answer(200, pods);
    awaitPods(38);
    awaitSource("kubelet");
  }

  /// What was told stays, and what has begun since has at least its name.
  @Test
  void addsTheNamesOfLogsToTheLastState() throws IOException {
    String web = "2251d0ec-b51d-4e9b-916c-c62ba3c55c36";
    String pod = "web-759ccf96fc-dt4wh";
    Path logs = logs(pod + "_cap_httpd-0123456789abcdef", "cap_" + pod + "_" + web, "httpd");
    kubelet.answer(200, pods);
    start(Optional.of(server(kubelet, List.of())), Optional.empty(), Optional.of(logs));
    awaitPods(38);
    kubelet.answer(500, "");
    awaitSource("logs");
    awaitPods(38);
    PodTable.Place place = sources.table().container("0123456789abcdef").orElseThrow();
    assertEquals("Deployment", place.pod().workload().kind());
    assertTrue(sources.report().told().isPresent());
  }

  private Path logs(String link, String pod, String container) throws IOException {
    Path logs = Files.createDirectory(folder.resolve("containers"));
    Path target = Path.of("/var/log/pods", pod, container, "0.log");
    Files.createSymbolicLink(logs.resolve(link + ".log"), target);
    Files.createSymbolicLink(logs.resolve("strange.log"), target);
    Files.createFile(logs.resolve("a_b_c-0123456789abcdee.log"));
    return logs;
  }
}
