package dev.plimsoll.agent.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.ProbeResults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodsResourceTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/pods.json");

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.shutdownNow();
  }

  /// When it changes as it should, `-Dgolden.update=true` writes it anew.
  @Test
  void tellsAllThatIsKeptOfPods() throws Exception {
    NamedContainer named = new NamedContainer("cap", "gone", "0-1", "c", "abcdef012345");
    try (FixtureAgent agent =
        FixtureAgent.of(Captured.pods("1.36/pods").pods(), List.of(named), FixtureAgent.probes())) {
      String text = get(agent, "/api/v1/pods").body().replace("{\"namespace\"", "\n{\"namespace\"");
      if (Boolean.getBoolean("golden.update")) Files.writeString(GOLDEN, text);
      assertEquals(Files.readString(GOLDEN), text);
    }
  }

  @Test
  void tellsOfOnePod() throws Exception {
    try (FixtureAgent agent = FixtureAgent.captured()) {
      HttpResponse<String> pod = get(agent, "/api/v1/pods/cap/oom-child");
      assertEquals(200, pod.statusCode());
      assertTrue(Files.readString(GOLDEN).contains(pod.body().strip()), pod.body());
      HttpResponse<String> none = get(agent, "/api/v1/pods/cap/nobody");
      assertEquals(404, none.statusCode());
      assertEquals("{\"status\":404,\"error\":\"there is no pod cap/nobody\"}\n", none.body());
      assertEquals(404, get(agent, "/api/v1/pods/cap").statusCode());
      assertEquals(404, get(agent, "/api/v1/pods/cap/oom-child/x").statusCode());
    }
  }

  @Test
  void tellsNothingThatMayBeSecret() throws Exception {
    try (FixtureAgent agent = FixtureAgent.of(pods(SECRETS), List.of(), ProbeResults.none())) {
      String text = get(agent, "/api/v1/pods").body();
      assertTrue(text.contains("\"program\":\"sh\""), text);
      assertTrue(text.contains("\"path\":\"/ready\""), text);
      assertFalse(text.contains("S3CRET"), text);
    }
  }

  private static final String SECRETS =
      """
      {"kind": "PodList", "items": [{
        "metadata": {"uid": "1", "name": "p", "namespace": "n", "annotations": {"a": "S3CRET"}},
        "spec": {"containers": [{
          "name": "c", "image": "i", "command": ["S3CRET"], "args": ["S3CRET"],
          "env": [{"name": "PASSWORD", "value": "S3CRET"}],
          "lifecycle": {"preStop": {"exec": {"command": ["sh", "S3CRET"]}}},
          "livenessProbe": {"exec": {"command": ["sh", "-c", "S3CRET"]}},
          "readinessProbe": {"httpGet": {"path": "/ready?token=S3CRET", "port": 1,
            "httpHeaders": [{"name": "Authorization", "value": "S3CRET"}]}}
        }]},
        "status": {"containerStatuses": [{"name": "c",
          "state": {"waiting": {"reason": "x", "message": "S3CRET"}}}]}
      }]}
      """;

  private static List<Pod> pods(String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(bytes)).pods();
  }

  private HttpResponse<String> get(FixtureAgent agent, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(agent.url() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
