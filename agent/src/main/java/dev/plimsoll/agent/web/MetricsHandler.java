package dev.plimsoll.agent.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.prometheus.Exposition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Consumer;

/// One page of metrics.
final class MetricsHandler implements HttpHandler {
  private final Exposition exposition;
  private final Consumer<Sink> metrics;

  MetricsHandler(Exposition exposition, Consumer<Sink> metrics) {
    this.exposition = exposition;
    this.metrics = metrics;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      Exposition.Page page = exposition.page(accept, Set.of(), metrics);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", page.contentType());
      exchange.sendResponseHeaders(200, page.body().size());
      try (OutputStream body = exchange.getResponseBody()) {
        page.body().writeTo(body);
      }
    }
  }
}
