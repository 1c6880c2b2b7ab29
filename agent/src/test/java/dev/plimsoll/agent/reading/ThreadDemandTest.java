package dev.plimsoll.agent.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ThreadDemandTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);

  private ThreadDemand demand(ThreadsWanted wanted) {
    return new ThreadDemand(wanted, nanos::get);
  }

  @Test
  void whoeverScrapesIsServedUntilTenMinutesLater() {
    ThreadDemand demand = demand(ThreadsWanted.SCRAPED);
    assertFalse(demand.now());
    demand.scraped();
    assertTrue(demand.now());
    nanos.addAndGet(Duration.ofMinutes(9).toNanos());
    assertTrue(demand.now());
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertFalse(demand.now());
  }

  @Test
  void alwaysAndNeverDoNotAsk() {
    ThreadDemand never = demand(ThreadsWanted.NEVER);
    never.scraped();
    assertFalse(never.now());
    assertTrue(demand(ThreadsWanted.ALWAYS).now());
  }
}
