package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.agent.access.WebAccess;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.self.Permission;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Serves the metrics address: metrics, health, and an index of them.
public final class MetricsServer implements AutoCloseable {
  /// Pages of metrics that are made at the same time.
  static final int PLACES = 2;

  /// Pages of metrics that are in memory at the same time, until the slowest client has taken them.
  static final int CLIENTS = 8;

  /// An eighth of the heap, in all.
  private static final int PART_FOR_PAGES = 8;

  private final WebAccess access;
  private final HttpServer server;
  private final ExecutorService threads;

  /// Binds the address at once.
  ///
  /// @param access over which connection and by whom it is reached; `/healthz` by everyone, for a
  ///   kubelet has no password
  /// @param pages the pages of metrics, `/metrics` among them
  /// @param sources how it stands with every source, for the index
  /// @param pods who tells of pods, likewise
  /// @param permissions what the agent may do, likewise
  public MetricsServer(
      InetSocketAddress address,
      WebAccess access,
      Exposition exposition,
      List<MetricsPath> pages,
      Health health,
      Supplier<List<SourceState>> sources,
      Supplier<PodsReport> pods,
      Supplier<List<Permission>> permissions)
      throws IOException {
    this.access = access;
    server = access.listen(address);
    threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("plimsoll-web-", 0).factory());
    server.setExecutor(threads);
    Semaphore places = new Semaphore(PLACES, true);
    Semaphore clients = new Semaphore(CLIENTS);
    PageMemory memory = new PageMemory(Runtime.getRuntime().maxMemory() / PART_FOR_PAGES);
    for (MetricsPath page : pages) {
      access.guard(
          server.createContext(
              page.path(), new MetricsHandler(page, exposition, places, clients, memory)));
    }
    access.open(serve("/healthz", _ -> verdict(health.broken())));
    access.guard(serve("/readyz", _ -> verdict(health.broken().or(health::unready))));
    access.guard(serve("/", new IndexPage(pages, sources, pods, permissions)));
  }

  private HttpContext serve(String path, Page page) {
    return server.createContext(path, new PageHandler(path, page));
  }

  private static Answer verdict(Optional<String> trouble) {
    return trouble.map(line -> Answer.text(503, line)).orElseGet(() -> Answer.text(200, "ok"));
  }

  public void start() {
    server.start();
  }

  /// `http` or `https`.
  public String scheme() {
    return access.scheme();
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
