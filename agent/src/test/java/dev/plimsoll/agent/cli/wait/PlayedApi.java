package dev.plimsoll.agent.cli.wait;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plimsoll.agent.pod.source.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// Plays the part of an API server that tells of one object: what it lists and what its watches
/// send are in the order that a test says.
final class PlayedApi implements HttpHandler {
  /// Ends the watch as a server does.
  static final String END = "";

  private final BlockingQueue<String> lists = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final List<String> watches = new CopyOnWriteArrayList<>();
  private final List<String> listed = new CopyOnWriteArrayList<>();

  /// What a file of fixtures holds.
  static String object(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/wait", name + ".json")).strip();
  }

  /// A LIST of at most one object.
  static String list(String object) {
    return "{\"kind\":\"JobList\",\"metadata\":{\"resourceVersion\":\"100\"},\"items\":["
        + object
        + "]}";
  }

  static String event(String type, String object) {
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}";
  }

  /// The next LIST is answered so; the last answer is given again and again.
  PlayedApi lists(String answer) {
    lists.add(answer);
    return this;
  }

  PlayedApi sends(String event) {
    events.add(event);
    return this;
  }

  /// The queries of the watches, in order.
  List<String> watches() {
    return watches;
  }

  /// The addresses of the LISTs, in order.
  List<String> listed() {
    return listed;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    if (query.contains("watch=true")) {
      watches.add(query);
      watch(exchange);
    } else {
      listed.add(exchange.getRequestURI().toString());
      String answer = lists.size() > 1 ? lists.remove() : lists.element();
      TestServer.answer(exchange, 200, answer);
    }
  }

  private void watch(HttpExchange exchange) throws IOException {
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
