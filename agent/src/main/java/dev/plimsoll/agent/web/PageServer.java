package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Serves the page address: the JSON API, for commands and programs on this node and for people who
/// are forwarded to it. Not for other sites in a person's browser: none of them may read an answer.
public final class PageServer implements AutoCloseable {
  /// Answers that are under way at the same time, until the slowest client has taken them.
  static final int PLACES = 16;

  private final HttpServer server;
  private final ExecutorService threads;

  /// Binds the address at once.
  public PageServer(InetSocketAddress address, List<Resource> resources) throws IOException {
    server = HttpServer.create(address, 0);
    threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("plimsoll-page-", 0).factory());
    server.setExecutor(threads);
    HostCheck hosts = new HostCheck(address);
    Semaphore places = new Semaphore(PLACES);
    for (Resource resource : resources) {
      server.createContext(resource.path(), new ApiHandler(resource, hosts, places));
    }
    ApiIndex index = new ApiIndex(resources);
    server.createContext(ApiIndex.PATH, new ApiHandler(index, hosts, places));
    server.createContext("/", new ApiHandler(new Nowhere(), hosts, places));
  }

  /// Whatever else is asked for.
  private static final class Nowhere implements Resource {
    @Override
    public String path() {
      return "/";
    }

    @Override
    public String shows() {
      return "nothing";
    }

    @Override
    public Body answer(ApiRequest request) throws RefusedException {
      String path = request.address().getRawPath();
      throw new RefusedException(404, "there is no " + path + "; see " + ApiIndex.PATH);
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
