package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.ScrapeCounts;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page of metrics. Pages are made in memory, so only so many at a time; who comes then waits a
/// moment. A page stays in memory until a client has taken it, so there are only so many of those,
/// and so many bytes of them; who comes then is turned away.
final class MetricsHandler extends PageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsHandler.class);
  private static final long PATIENCE_MILLIS = 500;

  /// Counted where a client did not take the whole of its answer; nginx calls it so.
  private static final int GONE = 499;

  /// An answer that was sent to its end.
  private record Sent(int status, long bytes) {}

  private final ScrapeCounts counts;
  private final Semaphore places;
  private final Semaphore clients;
  private final PageMemory memory;

  /// @param places how many pages may be made at once, of all paths together
  /// @param clients how many pages may be in memory at once, until their last byte is sent
  /// @param memory how large those may be together
  MetricsHandler(
      MetricsPath page,
      Exposition exposition,
      Semaphore places,
      Semaphore clients,
      PageMemory memory) {
    super(page.path(), exchange -> metrics(page, exposition, exchange));
    this.counts = page.counts();
    this.places = places;
    this.clients = clients;
    this.memory = memory;
  }

  private static Answer metrics(MetricsPath page, Exposition exposition, HttpExchange exchange)
      throws IOException {
    if (!page.ready().getAsBoolean()) return Answer.text(503, "nothing has been read yet");
    try {
      Exposition.Page made =
          exposition.page(
              exchange.getRequestHeaders().getFirst("Accept"),
              Query.values(exchange.getRequestURI(), "name[]"),
              chosen(page, exchange.getRequestURI()));
      return new Answer(200, made.contentType(), made.body());
    } catch (WrongQueryException wrong) {
      return Answer.text(400, wrong.getMessage());
    }
  }

  private static Consumer<Sink> chosen(MetricsPath page, URI address) throws WrongQueryException {
    return page.metrics()
        .chosen(Query.values(address, "collect[]"), Query.values(address, "exclude[]"));
  }

  @Override
  public void handle(HttpExchange exchange) {
    long began = System.nanoTime();
    counts.begin();
    Sent sent = new Sent(GONE, 0);
    try (exchange) {
      sent = serve(exchange);
    } catch (IOException gone) {
      LOG.debug("{}: the client went away: {}", counts.path(), gone.getMessage());
    } finally {
      counts.end(sent.status(), sent.bytes(), System.nanoTime() - began);
    }
  }

  private Sent serve(HttpExchange exchange) throws IOException {
    if (!clients.tryAcquire()) return deliver(busy(exchange), exchange);
    try {
      return limited(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return deliver(busy(exchange), exchange);
    } finally {
      clients.release();
    }
  }

  private Sent limited(HttpExchange exchange) throws IOException, InterruptedException {
    if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      return deliver(busy(exchange), exchange);
    }
    Answer answer;
    boolean held;
    try {
      answer = answer(exchange);
      held = memory.hold(answer.body().size(), PATIENCE_MILLIS);
    } finally {
      places.release();
    }
    if (!held) return deliver(busy(exchange), exchange);
    try {
      return deliver(answer, exchange);
    } finally {
      memory.release(answer.body().size());
    }
  }

  private static Sent deliver(Answer answer, HttpExchange exchange) throws IOException {
    return new Sent(answer.status(), send(answer, exchange));
  }

  private static Answer busy(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Retry-After", "1");
    return Answer.text(503, "too many requests for metrics at once");
  }
}
