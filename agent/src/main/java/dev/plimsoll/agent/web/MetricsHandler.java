package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.ScrapeCounts;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page of metrics. Pages are made in memory, so only so many at a time; who comes then waits a
/// moment.
final class MetricsHandler extends PageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsHandler.class);
  private static final long PATIENCE_MILLIS = 500;

  private final ScrapeCounts counts;
  private final Semaphore places;

  /// @param places how many pages may be made at once, of all paths together
  MetricsHandler(MetricsPath page, Exposition exposition, Semaphore places) {
    super(page.path(), exchange -> metrics(page, exposition, exchange));
    this.counts = page.counts();
    this.places = places;
  }

  private static Answer metrics(MetricsPath page, Exposition exposition, HttpExchange exchange)
      throws IOException {
    if (!page.ready().getAsBoolean()) return Answer.text(503, "nothing has been read yet");
    Exposition.Page made =
        exposition.page(
            exchange.getRequestHeaders().getFirst("Accept"),
            Query.values(exchange.getRequestURI(), "name[]"),
            page.metrics());
    return new Answer(200, made.contentType(), made.body());
  }

  @Override
  public void handle(HttpExchange exchange) {
    long began = System.nanoTime();
    counts.begin();
    long sent = 0;
    int status = 500;
    try (exchange) {
      Answer answer = limited(exchange);
      status = answer.status();
      sent = send(answer, exchange);
    } catch (IOException gone) {
      LOG.debug("{}: the client went away: {}", counts.path(), gone.getMessage());
    } finally {
      counts.end(status, sent, System.nanoTime() - began);
    }
  }

  private Answer limited(HttpExchange exchange) {
    try {
      if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) return busy(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return busy(exchange);
    }
    try {
      return answer(exchange);
    } finally {
      places.release();
    }
  }

  private static Answer busy(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Retry-After", "1");
    return Answer.text(503, "too many requests for metrics at once");
  }
}
