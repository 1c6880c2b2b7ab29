package dev.plimsoll.agent.cli.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.PlimsollCommand;
import dev.plimsoll.agent.pod.source.TestCertificate;
import dev.plimsoll.agent.pod.source.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plimsoll wait` with the service account of a pod, against a server that plays an API server.
class WaitCommandTest {
  @TempDir private static Path certificates;
  private static TestCertificate certificate;

  @TempDir private Path account;
  private final PlayedApi api = new PlayedApi();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private TestServer server;

  record Answer(int status, String out, String err) {}

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.of(certificates, "api", "ip:127.0.0.1");
  }

  @BeforeEach
  void start() throws IOException {
    server = new TestServer(certificate);
    server.handle(
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          api.handle(exchange);
        });
    Files.writeString(account.resolve("token"), "first.token\n");
    Files.writeString(account.resolve("namespace"), "shop");
    Files.copy(certificate.authorities(), account.resolve("ca.crt"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer run(String... arguments) {
    Map<String, String> environment =
        Map.of(
            "KUBERNETES_SERVICE_HOST",
            "127.0.0.1",
            "KUBERNETES_SERVICE_PORT",
            Integer.toString(server.address().getPort()),
            "HOME",
            account.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all =
        Stream.concat(Stream.of("wait", "--path.serviceaccount=" + account), Stream.of(arguments))
            .toArray(String[]::new);
    int status =
        PlimsollCommand.run(
            all,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aJobThatIsNotThereYetUntilItIsComplete() throws IOException {
    api.lists(PlayedApi.list(""))
        .sends(PlayedApi.event("ADDED", PlayedApi.object("job-active")))
        .sends(PlayedApi.event("MODIFIED", PlayedApi.object("job-active")))
        .sends(PlayedApi.event("BOOKMARK", "{\"metadata\":{\"resourceVersion\":\"250\"}}"))
        .sends(PlayedApi.event("MODIFIED", PlayedApi.object("job-complete")));
    assertEquals(
        new Answer(
            0,
            "",
            """
            job/migrate is not there yet
            job/migrate 1 active, 1 of 2 succeeded, 1 failed
            job/migrate is complete
            """),
        run("job/migrate", "--timeout=5m"));
    assertEquals(
        List.of("/apis/batch/v1/namespaces/shop/jobs?fieldSelector=metadata.name%3Dmigrate"),
        api.listed());
    assertEquals(1, api.watches().size());
    assertTrue(api.watches().getFirst().contains("&resourceVersion=100&"), api.watches()::toString);
    assertEquals(List.of("Bearer first.token", "Bearer first.token"), tokens);
  }

  @Test
  void aFailedJobWithItsReason() throws IOException {
    api.lists(PlayedApi.list(PlayedApi.object("job-failed")));
    Answer answer = run("job/migrate", "-n", "other", "-o", "json");
    assertEquals(1, answer.status());
    assertEquals(
        "{\"result\":\"failed\",\"targets\":[{\"kind\":\"job\",\"namespace\":\"other\","
            + "\"name\":\"migrate\",\"for\":\"usual\",\"result\":\"failed\",\"note\":\"has failed:"
            + " BackoffLimitExceeded: Job has reached the specified backoff limit\"}]}\n",
        answer.out());
  }

  @Test
  void timeIsUp() throws IOException {
    api.lists(PlayedApi.list(PlayedApi.object("pod-crashing")));
    for (String timeout : List.of("300ms", "0")) {
      Answer answer = run("pod/web", "--timeout=" + timeout);
      assertEquals(124, answer.status());
      assertTrue(
          answer.err().endsWith("pod/web is Running, main CrashLoopBackOff (restarts: 4)\n"),
          answer.err());
    }
  }

  @Test
  void aPodThatIsDeleted() throws IOException {
    api.lists(PlayedApi.list(PlayedApi.object("pod-ready")))
        .sends(PlayedApi.event("DELETED", PlayedApi.object("pod-ready")));
    Answer answer = run("pod/web", "--for=delete", "--timeout=5m");
    assertEquals(new Answer(0, "", "pod/web is still there\npod/web is not there\n"), answer);
  }

  /// A watch that ends goes on where it ended, with the token that there is by then; half an event
  /// counts as none.
  @Test
  void aWatchThatIsCutAndATokenThatChanges() throws IOException {
    Files.writeString(account.resolve("token"), "old");
    api.lists(PlayedApi.list(""))
        .sends(PlayedApi.event("ADDED", PlayedApi.object("deployment-updating")))
        .sends("{\"type\":\"MODIFIED\",\"object\":{\"metadata\":")
        .sends(PlayedApi.END)
        .sends(PlayedApi.event("MODIFIED", PlayedApi.object("deployment-rolled-out")));
    server.handle(
        exchange -> {
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          Files.writeString(account.resolve("token"), "new");
          api.handle(exchange);
        });
    Answer answer = run("deploy/web", "--timeout=5m");
    assertEquals(0, answer.status(), answer::err);
    assertEquals(1, api.listed().size());
    assertTrue(api.watches().getLast().contains("&resourceVersion=402&"), api.watches()::toString);
    assertEquals(List.of("Bearer old", "Bearer new", "Bearer new"), tokens);
  }

  @Test
  void aVersionThatIsForgotten() throws IOException {
    api.lists(PlayedApi.list(PlayedApi.object("job-active")))
        .lists(PlayedApi.list(PlayedApi.object("job-complete")))
        .sends(PlayedApi.event("ERROR", "{\"kind\":\"Status\",\"code\":410,\"message\":\"old\"}"));
    Answer answer = run("job/migrate", "--timeout=5m");
    assertEquals(0, answer.status(), answer::err);
    assertEquals(2, api.listed().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>busy</html>", "{\"kind\":\"Pod\"}", "{\"kind\":\"JobList\",\"it", ""})
  void garbageUntilThereIsAnAnswer(String garbage) throws IOException {
    api.lists(garbage).lists(PlayedApi.list(PlayedApi.object("job-complete")));
    Answer answer = run("job/migrate", "--timeout=5m");
    assertEquals(0, answer.status(), answer::err);
    assertTrue(answer.err().endsWith("job/migrate is complete\n"), answer::err);
  }

  @Test
  void permissionsThatAreMissing() throws IOException {
    server.answer(403, "{\"kind\":\"Status\",\"code\":403}");
    Answer list = run("job/migrate", "--timeout=5m");
    assertEquals(
        "job/migrate is not to be seen: needs the permission to list jobs.batch in namespace"
            + " shop\n",
        list.err());
    assertEquals(1, list.status());
    api.lists(PlayedApi.list(""));
    server.handle(
        exchange -> {
          boolean isWatch = exchange.getRequestURI().getQuery().contains("watch=true");
          if (isWatch) TestServer.answer(exchange, 403, "no");
          else api.handle(exchange);
        });
    Answer watch = run("svc/web", "--timeout=5m");
    assertTrue(watch.err().contains("watch endpointslices.discovery.k8s.io in"), watch::err);
    assertEquals(1, watch.status());
    server.answer(401, "who?");
    Answer unknown = run("pod/web", "--timeout=5m");
    assertTrue(unknown.err().contains("does not know who asks to list pods"), unknown::err);
    assertEquals(1, unknown.status());
  }

  /// Before 1.21 slices of endpoints were a beta.
  @Test
  void anOlderServer() throws IOException {
    api.lists(PlayedApi.list(PlayedApi.object("service-ready")));
    server.handle(
        exchange -> {
          boolean isNewer = exchange.getRequestURI().getPath().contains("k8s.io/v1/");
          if (isNewer) TestServer.answer(exchange, 404, "404 page not found");
          else api.handle(exchange);
        });
    Answer answer = run("service/web", "--timeout=5m");
    assertEquals(new Answer(0, "", "service/web has 2 ready endpoints\n"), answer);
  }

  @Test
  void allOfSeveral() throws IOException {
    String pod = PlayedApi.list(PlayedApi.object("pod-ready"));
    String job = PlayedApi.list(PlayedApi.object("job-active"));
    server.handle(
        exchange -> {
          String address = exchange.getRequestURI().toString();
          if (address.contains("/pods")) TestServer.answer(exchange, 200, pod);
          else if (address.contains("watch=true")) api.handle(exchange);
          else TestServer.answer(exchange, 200, job);
        });
    api.sends(PlayedApi.event("MODIFIED", PlayedApi.object("job-complete")));
    Answer answer = run("pod/web", "job/migrate", "--timeout=5m", "--output=json");
    assertEquals(0, answer.status(), answer::err);
    assertTrue(answer.out().contains("\"name\":\"web\""), answer::out);
    assertTrue(answer.out().contains("\"name\":\"migrate\""), answer::out);
  }

  @Test
  void aServerThatIsNotThere() {
    server.close();
    Answer answer = run("pod/web", "--timeout=0");
    assertEquals(124, answer.status());
    assertTrue(answer.err().contains("trying again: https://127.0.0.1:"), answer::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "pod/",
        "pod/../x",
        "pod/a/b",
        "ingress/web",
        "pod/web --for=later",
        "pod/web --for=condition",
        "service/web --for=deleted",
        "deployment/web --for=completed",
        "pod/web --timeout=soon",
        "pod/web -n ../x",
        "pod/web --context=none",
        "pod/web --kubeconfig=/nonexistent/config",
        "--timeout=1s",
      })
  void wrongUsageIsTwoAndALine(String arguments) {
    Answer answer = run(arguments.split(" ", -1));
    assertEquals(2, answer.status(), answer::err);
    assertEquals(1, answer.err().lines().count(), answer::err);
    assertTrue(answer.err().startsWith("plimsoll wait: "), answer::err);
  }
}
