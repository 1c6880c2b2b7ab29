package dev.plimsoll.dashboards.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.dashboards.Peers;
import dev.plimsoll.dashboards.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A filesystem of this machine fills: the agent sees it, Prometheus fires, Alertmanager tells; and
/// tells again when there is room. Only how long an alert waits is shortened.
final class AlertmanagerTest {
  private static final String ALERT = "NodeFilesystemAlmostFull";

  private final Queue<Tree> told = new ConcurrentLinkedQueue<>();

  @TempDir private Path folder;

  @Test
  void aFullFilesystemIsToldWithItsRunbookAndSoIsItsEnd() throws Exception {
    HttpServer webhook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.createContext("/", this::hear);
    webhook.start();
    try (SmallFilesystem filesystem = SmallFilesystem.mount(folder.resolve("small"));
        Program agent = RunningAgent.start(folder);
        Program alertmanager = alertmanager(webhook);
        Prometheus prometheus = new Prometheus(folder, List.of(agent), settings(alertmanager))) {
      prometheus.awaitFinding(available(filesystem) + " > 0");
      assertEquals(List.of(), of(filesystem, "firing"));
      filesystem.fill();
      prometheus.program().await("told", () -> !of(filesystem, "firing").isEmpty());
      check(of(filesystem, "firing").getFirst(), filesystem);
      filesystem.empty();
      prometheus.program().await("told of its end", () -> !of(filesystem, "resolved").isEmpty());
    } finally {
      webhook.stop(0);
    }
  }

  private static String available(SmallFilesystem filesystem) {
    return "plimsoll_node_filesystem_available_bytes{mountpoint='%s'}"
        .formatted(filesystem.mountpoint());
  }

  private static void check(Tree alert, SmallFilesystem filesystem) {
    assertEquals("critical", alert.tree("labels").text("severity"));
    Tree annotations = alert.tree("annotations");
    assertTrue(annotations.text("description").startsWith(filesystem.mountpoint() + " ("));
    String runbook = annotations.text("runbook_url");
    assertTrue(runbook.endsWith("/runbooks/" + ALERT + ".md"), runbook);
    assertTrue(Files.exists(Path.of("runbooks", runbook.substring(runbook.lastIndexOf('/') + 1))));
  }

  private List<Tree> of(SmallFilesystem filesystem, String status) {
    return told.stream()
        .filter(alert -> alert.text("status").equals(status))
        .filter(alert -> alert.tree("labels").text("alertname").equals(ALERT))
        .filter(alert -> alert.tree("labels").text("mountpoint").equals(filesystem.mountpoint()))
        .toList();
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Tree.parse(body).trees("alerts").forEach(told::add);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private Program alertmanager(HttpServer webhook) throws IOException, InterruptedException {
    Path settings = folder.resolve("alertmanager.yml");
    Files.writeString(
        settings,
        """
        route: {receiver: test, group_by: [alertname], group_wait: 1s, group_interval: 1s}
        receivers:
        - name: test
          webhook_configs: [{url: 'http://127.0.0.1:%d/'}]
        """
            .formatted(webhook.getAddress().getPort()));
    Path program = Peers.require("prometheus-alertmanager");
    List<String> command = new ArrayList<>(withItsTemplates(program));
    command.addAll(
        List.of(
            program.toString(),
            "--config.file=" + settings,
            "--storage.path=" + folder.resolve("alertmanager"),
            "--cluster.listen-address=",
            "--web.listen-address=127.0.0.1:0"));
    return new Program(folder, Prometheus.LISTENING, command);
  }

  /// Debian's looks for its templates in /usr/share only. One that is unpacked elsewhere and not
  /// installed sees its own share there.
  private static List<String> withItsTemplates(Path program) {
    Path share = program.resolveSibling("../share").normalize();
    if (share.equals(Path.of("/usr/share"))) return List.of();
    String see = "mount --bind \"$0\" /usr/share && exec \"$@\"";
    return List.of("unshare", "--mount", "sh", "-c", see, share.toString());
  }

  private String settings(Program alertmanager) throws IOException {
    Path rules = folder.resolve("rules");
    Files.createDirectories(rules);
    try (Stream<Path> files = Files.list(Path.of("prometheus"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replaceAll("(?m)^( +for:) .*$", "$1 1s");
        Files.writeString(rules.resolve(file.getFileName()), text);
      }
    }
    return """
    rule_files: ['%s/*.yaml']
    alerting: {alertmanagers: [{static_configs: [{targets: ['%s']}]}]}
    """
        .formatted(rules, alertmanager.address());
  }
}
