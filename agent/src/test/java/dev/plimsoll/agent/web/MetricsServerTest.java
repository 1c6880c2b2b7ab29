package dev.plimsoll.agent.web;

import static dev.plimsoll.agent.web.MetricsPath.Metrics.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.access.WebAccess;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.agent.self.Permission;
import dev.plimsoll.agent.self.ScrapeCounts;
import dev.plimsoll.collectors.Source;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsServerTest {
  private static final Family LOAD = Family.gauge("load", "Load.");
  private static final Family DISK = Family.counter("disk_reads_total", "Reads.", "device");
  private static final String LOAD_TEXT = "# HELP load Load.\n# TYPE load gauge\nload 1.0\n";

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch released = new CountDownLatch(1);
  private final ScrapeCounts counts = new ScrapeCounts("/metrics");
  private final ScrapeCounts huge = new ScrapeCounts("/huge");
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean ready = true;
  private MetricsServer server;

  @BeforeEach
  void start() throws IOException {
    List<MetricsPath> pages =
        List.of(
            new MetricsPath("/metrics", "all", () -> ready, whole(MetricsServerTest::all), counts),
            new MetricsPath("/huge", "much", () -> true, whole(MetricsServerTest::huge), huge),
            new MetricsPath("/broken", "<none>", () -> true, whole(_ -> fail())),
            new MetricsPath("/slow", "late", () -> true, whole(_ -> await(released))));
    server =
        new MetricsServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            WebAccess.everyone(),
            new Exposition(5000, new DroppedSeries()),
            pages,
            new TestHealth(),
            () ->
                List.of(
                    new SourceState(
                        Source.STAT, SourceState.Condition.FAILED, "<b>\"\u001b\uDCFF")),
            () ->
                new PodsReport(
                    PodTable.empty(),
                    "kubelet",
                    Optional.empty(),
                    List.of(
                        new SourceReport(
                            "kubelet", "<i>\u001b", "io", 0, 0, Map.of(), Optional.empty()))),
            () -> List.of(new Permission("<u>", false, "&")));
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
    client.shutdownNow();
  }

  private final class TestHealth implements Health {
    @Override
    public Optional<String> broken() {
      return trouble;
    }

    @Override
    public Optional<String> unready() {
      return ready ? Optional.empty() : Optional.of("not yet");
    }
  }

  private static void all(Sink sink) {
    sink.sample(LOAD, 1);
    for (int disk = 0; disk < 1000; disk++) sink.sample(DISK, Labels.of("device", "sd" + disk), 1);
  }

  /// More than the kernel takes for a client that does not read.
  private static void huge(Sink sink) {
    String name = "x".repeat(4000);
    for (int disk = 0; disk < 2500; disk++) sink.sample(DISK, Labels.of("device", name + disk), 1);
  }

  private static void fail() {
    throw new IllegalStateException("no");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void showsOnlyTheFamiliesAskedFor() throws Exception {
    assertEquals(LOAD_TEXT, text(get("/metrics?name%5B%5D=load")));
    assertEquals(LOAD_TEXT, text(get("/metrics?x=1&name[]=load&name%5B%5D=nonsense")));
  }

  @Test
  void speaksTheFormatAskedFor() throws Exception {
    HttpResponse<byte[]> open =
        get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0");
    assertTrue(type(open).startsWith("application/openmetrics-text"), type(open));
    assertTrue(text(open).endsWith("# EOF\n"));
    HttpResponse<byte[]> proto =
        get(
            "/metrics",
            "Accept",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited");
    assertTrue(type(proto).startsWith("application/vnd.google.protobuf"), type(proto));
    assertTrue(type(get("/metrics")).startsWith("text/plain; version=0.0.4"));
  }

  @Test
  void compressesWhereTheClientTakesThat() throws Exception {
    byte[] plain = get("/metrics").body();
    HttpResponse<byte[]> packed = get("/metrics", "Accept-Encoding", "br, gzip;q=0.8");
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
    assertTrue(packed.body().length < plain.length / 4);
    GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()));
    assertEquals(new String(plain, StandardCharsets.UTF_8), utf8(unpacked.readAllBytes()));
    for (String refusal :
        List.of("gzip;q=0", "gzip;q=0.000", "br", "gzip;q=0." + "1".repeat(50_000))) {
      HttpResponse<byte[]> refused = get("/metrics", "Accept-Encoding", refusal);
      assertFalse(refused.headers().firstValue("Content-Encoding").isPresent(), refusal);
    }
    for (String welcome : List.of("gzip", "GZIP ; q=1.000", "br;q=1, gzip;q=0.001")) {
      HttpResponse<byte[]> taken = get("/metrics", "Accept-Encoding", welcome);
      assertTrue(taken.headers().firstValue("Content-Encoding").isPresent(), welcome);
    }
  }

  @Test
  void answersHeadWithoutABodyAndOtherMethodsNot() throws Exception {
    HttpResponse<byte[]> head = send("HEAD", "/metrics");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    int length = get("/metrics").body().length;
    assertEquals(length, head.headers().firstValueAsLong("Content-Length").orElseThrow());
    HttpResponse<byte[]> post = send("POST", "/metrics");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void knowsNoOtherPaths() throws Exception {
    for (String path : List.of("/metricsx", "/metrics/x", "/nonsense", "/healthz/")) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void makesNoHalfPages() throws Exception {
    HttpResponse<byte[]> broken = get("/broken");
    assertEquals(500, broken.statusCode());
    assertEquals("this page could not be made; the agent's log says why\n", text(broken));
  }

  @Test
  void turnsAwayWhoWouldBeTooMany() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> slow = new ArrayList<>();
    for (int number = 0; number < MetricsServer.PLACES; number++) {
      slow.add(client.sendAsync(request("GET", "/slow"), BodyHandlers.ofByteArray()));
    }
    // They may begin after this one, which then is answered; some soon after is not.
    int status = 200;
    while (status == 200) status = get("/metrics").statusCode();
    assertEquals(503, status);
    assertEquals(200, get("/healthz").statusCode());
    released.countDown();
    for (CompletableFuture<HttpResponse<byte[]>> each : slow) {
      assertEquals(200, each.get().statusCode());
    }
    // Counted once the answer is sent, which the client may have read by then.
    while (counts.inFlight() > 0 || !counts.answers().containsKey(503)) Thread.onSpinWait();
  }

  @Test
  void holdsOnlySoManyPagesForSlowClients() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      while (get("/metrics").statusCode() == 200) slow.add(askAndDoNotRead("/huge"));
      assertTrue(slow.size() >= MetricsServer.CLIENTS, () -> "only " + slow.size());
      assertEquals(200, get("/healthz").statusCode());
    } finally {
      for (Socket each : slow) each.close();
    }
    while (get("/metrics").statusCode() != 200) Thread.onSpinWait();
    while (huge.inFlight() > 0) Thread.onSpinWait();
    // More where a request was taken up only when others had gone.
    assertTrue(huge.answers().getOrDefault(499, 0L) >= MetricsServer.CLIENTS);
    assertFalse(huge.answers().containsKey(200));
  }

  private Socket askAndDoNotRead(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(server.address());
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void tellsHealth() throws Exception {
    assertEquals("ok\n", text(get("/healthz")));
    assertEquals("ok\n", text(get("/readyz")));
    ready = false;
    assertEquals(200, get("/healthz").statusCode());
    assertEquals("not yet\n", text(get("/readyz")));
    assertEquals(503, get("/metrics").statusCode());
    trouble = Optional.of("dead");
    assertEquals(503, get("/healthz").statusCode());
    assertEquals("dead\n", text(get("/readyz")));
  }

  @Test
  void indexEscapesWhatComesFromOutside() throws Exception {
    String index = text(get("/"));
    assertTrue(index.contains("<a href=\"/metrics\">/metrics</a> all"), index);
    assertTrue(index.contains("/broken</a> &lt;none&gt;"), index);
    assertTrue(index.contains("<td>&lt;i&gt;\uFFFD</td>"), index);
    assertTrue(index.contains("<td>&lt;u&gt;</td><td>lost: &amp;</td>"), index);
    assertTrue(index.contains("<td>&lt;b&gt;&quot;\uFFFD\\xff</td>"), index);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> send(String method, String path) throws Exception {
    return client.send(request(method, path), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String method, String path) {
    return HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()).build();
  }

  private URI uri(String path) {
    String encoded = path.replace("[", "%5B").replace("]", "%5D");
    return URI.create("http://127.0.0.1:" + server.address().getPort() + encoded);
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return utf8(response.body());
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
