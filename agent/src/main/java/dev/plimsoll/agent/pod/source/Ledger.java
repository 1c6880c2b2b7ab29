package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts how a source does, and says in the log when that changes. May be used by any thread.
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final String name;
  private final Clock clock;
  private final Map<Trouble, Long> errors = new EnumMap<>(Trouble.class);
  private long answers;
  private long bytes;
  private @Nullable Trouble trouble;
  private String words = "";
  private Optional<Instant> told = Optional.empty();

  Ledger(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  synchronized void answered(long length) {
    if (trouble != null) LOG.info("pods: {} tells again", name);
    trouble = null;
    words = "";
    told = Optional.of(clock.instant());
    answers++;
    bytes += length;
  }

  synchronized void failed(PodSourceException failure) {
    if (failure.trouble() != trouble) LOG.warn("pods: {}: {}", name, failure.words());
    trouble = failure.trouble();
    words = failure.words();
    errors.merge(failure.trouble(), 1L, Long::sum);
  }

  synchronized SourceReport report() {
    Map<String, Long> byClass = new HashMap<>();
    errors.forEach((kind, count) -> byClass.put(kind.label(), count));
    String kind = trouble == null ? "" : trouble.label();
    return new SourceReport(name, words, kind, answers, bytes, byClass, told);
  }
}
