package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.pod.ProbeText;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// `/metrics/probes` of the node's kubelet, on a virtual thread of its own. Needs `get` on
/// `nodes/metrics`. Where it does not tell, the last that was told stays.
public final class ProbeSource implements AutoCloseable {
  private static final String PATH = "/metrics/probes";
  private static final long MOST_BYTES = 32L << 20;

  private final Optional<Server> server;
  private final Duration period;
  private final Clock clock;
  private final Ledger ledger = new Ledger("probes");
  private final Thread thread;
  private volatile ProbeResults results = ProbeResults.none();

  /// @param server the kubelet; empty for none
  public ProbeSource(Optional<Server> server, Duration period, Clock clock) {
    this.server = server;
    this.period = period;
    this.clock = clock;
    thread = Thread.ofVirtual().name("plimsoll-probes").unstarted(this::run);
  }

  public void start() {
    if (server.isPresent()) thread.start();
  }

  public ProbeResults results() {
    return results;
  }

  /// Empty where no kubelet is asked.
  public Optional<SourceReport> report() {
    return server.map(_ -> ledger.report());
  }

  private void run() {
    try {
      Client client = new Client(server.orElseThrow());
      while (!Thread.currentThread().isInterrupted()) {
        ask(client, server.orElseThrow().timeout());
        Thread.sleep(period);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Client client, Duration timeout) {
    try {
      Client.Answer<ProbeText> answer =
          client.get(PATH, timeout, timeout.multipliedBy(3), MOST_BYTES, ProbeText::read);
      ProbeText text = answer.value();
      results = results.then(text.start(), text.counts(), clock.instant());
      ledger.answered(answer.bytes());
    } catch (PodSourceException failure) {
      if (!Thread.currentThread().isInterrupted()) ledger.failed(failure);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
