package dev.plimsoll.agent.reading;

import dev.plimsoll.agent.reading.SourceHealth.FailureClass;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Names each class of failures in the log once, however many processes or passes it strikes. It is
/// named again at most once an hour, when its text has changed or it came back after it was gone.
/// That it is gone is said once for each time it was named.
public final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
  private static final long QUIET = Duration.ofHours(1).toNanos();

  /// @param named when it was last named
  /// @param open whether it was named and not yet said to be gone
  private record Entry(String text, long named, boolean open) {}

  private final Map<FailureClass, Entry> entries = new HashMap<>();
  private final LongSupplier nanoTime;

  /// @param nanoTime a monotonic clock
  public FailureLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void failing(FailureClass failureClass, SourceFailure failure) {
    String text = failure.describe();
    Entry entry = entries.get(failureClass);
    long now = nanoTime.getAsLong();
    if (entry != null && ((entry.open && entry.text.equals(text)) || now - entry.named < QUIET)) {
      return;
    }
    entries.put(failureClass, new Entry(text, now, true));
    LOG.warn("source {} {}: {}", failureClass.source().label(), failureClass.kind().label(), text);
  }

  void well(FailureClass failureClass) {
    Entry entry = entries.get(failureClass);
    if (entry == null || !entry.open) return;
    entries.put(failureClass, new Entry(entry.text, entry.named, false));
    LOG.info("source {} no longer {}", failureClass.source().label(), failureClass.kind().label());
  }
}
