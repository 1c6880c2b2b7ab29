package dev.plimsoll.dashboards.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A node that was captured: files of a kernel with pods, and the answers of their kubelet. Its
/// counters stand still, so that rates are there and 0.
final class CapturedNode implements AutoCloseable {
  private static final Path TREES = Path.of("../collectors/src/test/resources/fixtures");
  private static final Path ANSWERS = Path.of("../agent/src/test/resources/kubelet/1.36");

  private final Path root;
  private final HttpServer kubelet;
  private final AtomicInteger probed = new AtomicInteger();

  /// @param root where its files are put together
  CapturedNode(Path root) throws IOException {
    this.root = root;
    copy("v1-hybrid", "proc");
    copy("v1-hybrid", "root");
    copy("containers", "proc");
    copy("v1-hybrid", "sys");
    copy("kubelet-v1", "sys");
    kubelet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    kubelet.createContext("/pods", exchange -> answer(exchange, "pods.json"));
    kubelet.createContext("/stats/summary", exchange -> answer(exchange, "stats.json"));
    kubelet.createContext("/metrics/probes", exchange -> answer(exchange, probes()));
    kubelet.start();
  }

  private void copy(String tree, String part) throws IOException {
    Path from = TREES.resolve(tree).resolve(part);
    if (!Files.isDirectory(from)) return;
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = root.resolve(part).resolve(from.relativize(file).toString());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) || leadsAway(file)) continue;
        Files.createDirectories(target.getParent());
        Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /// A program's file on the machine that was captured; the deletion of a link to it would be
  /// warned of.
  private static boolean leadsAway(Path file) throws IOException {
    return Files.isSymbolicLink(file) && Files.readSymbolicLink(file).isAbsolute();
  }

  /// The second answer is what the first one became.
  private String probes() {
    return probed.getAndIncrement() == 0 ? "probes-before.txt" : "probes.txt";
  }

  private static void answer(HttpExchange exchange, String file) throws IOException {
    byte[] body = Files.readAllBytes(ANSWERS.resolve(file));
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// What makes the agent read this node.
  String[] options() {
    return new String[] {
      "--path.procfs=" + root.resolve("proc"),
      "--path.sysfs=" + root.resolve("sys"),
      "--path.rootfs=" + root.resolve("root"),
      "--pods.source=kubelet",
      "--kubelet.url=http://127.0.0.1:" + kubelet.getAddress().getPort(),
      "--node-name=node36"
    };
  }

  @Override
  public void close() {
    kubelet.stop(0);
  }
}
