package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.prometheus.Exposition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Serves the metrics address: metrics, health, and an index of them.
public final class MetricsServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  /// Binds the address at once.
  ///
  /// @param metrics writes the families of `/metrics`
  public MetricsServer(InetSocketAddress address, Exposition exposition, Consumer<Sink> metrics)
      throws IOException {
    server = HttpServer.create(address, 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/metrics", new MetricsHandler(exposition, metrics));
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
