package dev.plimsoll.agent.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plimsoll.agent.prometheus.PageBody;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves a page at one path and nothing below it, for GET and HEAD, compressed where the client
/// takes that.
class PageHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

  private final String path;
  private final Page page;

  PageHandler(String path, Page page) {
    this.path = path;
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) {
    try (exchange) {
      send(answer(exchange), exchange);
    } catch (IOException gone) {
      LOG.debug("{}: the client went away: {}", path, gone.getMessage());
    }
  }

  /// A page that cannot be made is an error as a whole, never half a page.
  Answer answer(HttpExchange exchange) {
    if (!path.equals(exchange.getRequestURI().getPath())) return Answer.text(404, "no such page");
    if (!isRead(exchange)) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Answer.text(405, "only GET and HEAD are answered here");
    }
    try {
      return page.answer(exchange);
    } catch (IOException | RuntimeException fault) {
      LOG.error("{} could not be made", path, fault);
      return Answer.text(500, "this page could not be made; the agent's log says why");
    }
  }

  private static boolean isRead(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    return method.equals("GET") || method.equals("HEAD");
  }

  /// @return the bytes of the body that were sent
  static long send(Answer answer, HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.contentType());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Vary", "Accept, Accept-Encoding");
    PageBody body = Gzip.compress(answer.body(), exchange);
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(body.size()));
      exchange.sendResponseHeaders(answer.status(), -1);
      return 0;
    }
    exchange.sendResponseHeaders(answer.status(), body.size());
    try (OutputStream out = exchange.getResponseBody()) {
      body.writeTo(out);
    }
    return body.size();
  }
}
