package dev.plimsoll.agent.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plimsoll.agent.metrics.LabelText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers for a resource in JSON, errors too. An answer goes to the client while it is made, so
/// that none is held in memory; where it cannot be ended it breaks off, and is no JSON.
final class ApiHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
  private static final int CHUNKED = 0;
  private static final int NOTHING = -1;

  private final Resource resource;
  private final HostCheck hosts;
  private final Semaphore places;
  private final JsonFactory factory =
      JsonFactory.builder().disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM).build();

  /// @param places how many may be answered at once, of all resources together
  ApiHandler(Resource resource, HostCheck hosts, Semaphore places) {
    this.resource = resource;
    this.hosts = hosts;
    this.places = places;
  }

  @Override
  public void handle(HttpExchange exchange) {
    try (exchange) {
      if (places.tryAcquire()) {
        try {
          serve(exchange);
        } finally {
          places.release();
        }
      } else {
        exchange.getResponseHeaders().set("Retry-After", "1");
        refuse(new RefusedException(503, "too many requests at once"), exchange);
      }
    } catch (IOException gone) {
      LOG.debug("{}: the client went away: {}", resource.path(), gone.getMessage());
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      check(exchange);
      send(200, find(exchange), exchange);
    } catch (RefusedException refused) {
      refuse(refused, exchange);
    }
  }

  private void check(HttpExchange exchange) throws RefusedException {
    if (!hosts.isMeant(exchange)) {
      throw new RefusedException(403, "the request is for another host than this one");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      throw new RefusedException(405, "only GET and HEAD are answered here");
    }
  }

  private Resource.Body find(HttpExchange exchange) throws RefusedException {
    try {
      return resource.answer(ApiRequest.of(exchange.getRequestURI(), resource.path()));
    } catch (RuntimeException fault) {
      LOG.error("{} could not be answered", resource.path(), fault);
      throw new RefusedException(500, "this could not be answered; the agent's log says why");
    }
  }

  private void refuse(RefusedException refused, HttpExchange exchange) throws IOException {
    send(
        refused.status(),
        json -> {
          json.writeStartObject();
          json.writeNumberField("status", refused.status());
          json.writeStringField("error", LabelText.of(refused.getMessage()));
          json.writeEndObject();
        },
        exchange);
  }

  private void send(int status, Resource.Body body, HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    headers.set("Vary", "Accept-Encoding");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, NOTHING);
      return;
    }
    boolean packed = Gzip.isAccepted(exchange);
    if (packed) headers.set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(status, CHUNKED);
    OutputStream out = exchange.getResponseBody();
    write(body, packed ? Gzip.to(out) : out);
  }

  /// What fails in the middle must not look as if it were all: its brackets stay open.
  private void write(Resource.Body body, OutputStream out) throws IOException {
    JsonGenerator json = factory.createGenerator(out);
    try {
      body.write(json);
    } catch (RuntimeException fault) {
      LOG.error("{} could not be answered to its end", resource.path(), fault);
      throw new IOException("the answer could not be ended", fault);
    }
    json.writeRaw('\n');
    json.close();
  }
}
