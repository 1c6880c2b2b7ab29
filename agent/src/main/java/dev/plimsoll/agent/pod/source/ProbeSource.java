package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.pod.ProbeText;
import dev.plimsoll.agent.pod.ToldFamily;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `/metrics/probes` of the node's kubelet. Needs `get` on `nodes/metrics`. Where it does not tell,
/// the last that was told stays.
public final class ProbeSource implements AutoCloseable {
  /// Room for the durations of ten thousand probes.
  private static final long MOST_BYTES = 32L << 20;

  private final Clock clock;
  private final Poll<ProbeText> poll;
  private volatile ProbeResults results = ProbeResults.none();
  private volatile Optional<List<ToldFamily>> families = Optional.empty();

  /// @param server the kubelet; empty for none
  public ProbeSource(Optional<Server> server, Duration period, Clock clock) {
    this.clock = clock;
    Poll.Question<ProbeText> question =
        new Poll.Question<>("probes", "/metrics/probes", MOST_BYTES, ProbeText::read);
    poll = new Poll<>(server, question, period, clock, this::take);
  }

  public void start() {
    poll.start();
  }

  public ProbeResults results() {
    return results;
  }

  /// As the kubelet last told them; empty until it has.
  public Optional<List<ToldFamily>> families() {
    return families;
  }

  /// Empty where no kubelet is asked.
  public Optional<SourceReport> report() {
    return poll.report();
  }

  private void take(ProbeText text) {
    results = results.then(text.start(), text.counts(), clock.instant()).with(text.times());
    families = Optional.of(text.families());
  }

  @Override
  public void close() {
    poll.close();
  }
}
