package dev.plimsoll.agent.pod.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers a LIST with the pods it was given, and a watch with the events that a test sends.
final class ApiServer implements HttpHandler {
  /// Ends the watch as a server does.
  static final String END = "";

  private final String pods;
  private final AtomicInteger lists = new AtomicInteger();
  private final List<String> watches = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  ApiServer(String pods) {
    this.pods = pods.replaceFirst("\"metadata\":\\{", "\"metadata\":{\"resourceVersion\":\"100\"");
  }

  int lists() {
    return lists.get();
  }

  /// The queries of the watches, in order.
  List<String> watches() {
    return watches;
  }

  /// Sends an event to the watch that is there, or to the next.
  void send(String event) {
    events.add(event);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    if (query.contains("watch=true")) watch(query, exchange);
    else list(query, exchange);
  }

  private void list(String query, HttpExchange exchange) throws IOException {
    boolean isCheap = query.equals("fieldSelector=spec.nodeName=node36&resourceVersion=0");
    if (isCheap) lists.incrementAndGet();
    TestServer.answer(exchange, isCheap ? 200 : 400, pods);
  }

  private void watch(String query, HttpExchange exchange) throws IOException {
    watches.add(query);
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.flush();
    try {
      for (String event = events.take(); !event.equals(END); event = events.take()) {
        out.write((event + '\n').getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
