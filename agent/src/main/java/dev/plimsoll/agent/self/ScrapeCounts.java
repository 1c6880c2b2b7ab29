package dev.plimsoll.agent.self;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// How one page of metrics was asked for. Counted and read by any thread.
public final class ScrapeCounts {
  private final String path;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Map<Integer, Long> answers = new ConcurrentHashMap<>();

  public ScrapeCounts(String path) {
    this.path = path;
  }

  public void begin() {
    inFlight.incrementAndGet();
  }

  /// @param status the HTTP status of the answer
  /// @param sent the bytes of its body as they went over the wire
  public void end(int status, long sent, long tookNanos) {
    inFlight.decrementAndGet();
    answers.merge(status, 1L, Long::sum);
    bytes.add(sent);
    nanos.add(tookNanos);
  }

  public String path() {
    return path;
  }

  public int inFlight() {
    return inFlight.get();
  }

  /// How long answers took together, until the last byte was written.
  public double seconds() {
    return nanos.sum() / 1e9;
  }

  public long bytes() {
    return bytes.sum();
  }

  /// How many answers there were of each HTTP status.
  public Map<Integer, Long> answers() {
    return Map.copyOf(answers);
  }
}
