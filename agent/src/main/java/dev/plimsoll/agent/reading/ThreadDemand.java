package dev.plimsoll.agent.reading;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether threads of processes are worth reading now. Asked by the thread that reads, told by
/// those that answer.
public final class ThreadDemand {
  /// Longer than anybody's pause between two scrapes.
  private static final long LASTS = Duration.ofMinutes(10).toNanos();

  private final ThreadsWanted wanted;
  private final LongSupplier nanos;
  private volatile boolean asked;
  private volatile long lastScrape;

  /// @param nanos a clock that only goes forward
  public ThreadDemand(ThreadsWanted wanted, LongSupplier nanos) {
    this.wanted = wanted;
    this.nanos = nanos;
  }

  /// Somebody looks at what threads do.
  public void scraped() {
    lastScrape = nanos.getAsLong();
    asked = true;
  }

  /// Whether they are to be read in this pass.
  public boolean now() {
    return switch (wanted) {
      case ALWAYS -> true;
      case NEVER -> false;
      case SCRAPED -> asked && nanos.getAsLong() - lastScrape < LASTS;
    };
  }
}
