package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.agent.prometheus.Exposition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves the metrics address: metrics, health, and an index of them.
public final class MetricsServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  /// Binds the address at once.
  ///
  /// @param pages the pages of metrics, `/metrics` among them
  public MetricsServer(InetSocketAddress address, Exposition exposition, List<MetricsPath> pages)
      throws IOException {
    server = HttpServer.create(address, 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    for (MetricsPath page : pages) {
      server.createContext(page.path(), new MetricsHandler(exposition, page.metrics()));
    }
  }

  public void start() {
    server.start();
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
