package dev.plimsoll.agent.reading;

import java.util.concurrent.atomic.LongAdder;

/// How the passes of one pace went. Counted by the reader, read by anyone.
public final class PassCounts {
  private final LongAdder done = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  void countDone(long tookNanos) {
    done.increment();
    nanos.add(tookNanos);
  }

  void countSkipped(long beats) {
    skipped.add(beats);
  }

  void countFailed() {
    failed.increment();
  }

  /// Passes that came to their end.
  public long done() {
    return done.sum();
  }

  /// Passes left out because the one before them took too long.
  public long skipped() {
    return skipped.sum();
  }

  /// Passes that broke off by a fault of the agent's own.
  public long failed() {
    return failed.sum();
  }

  /// How long the passes took together, by the wall.
  public double seconds() {
    return nanos.sum() / 1e9;
  }
}
