package dev.plimsoll.agent.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.reading.SourceHealth.FailureClass;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  private static final FailureClass DENIED = new FailureClass(Source.PROCESSES, Kind.DENIED);

  private final Logger logger = Logger.getLogger(FailureLog.class.getName());
  private final Lines lines = new Lines();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final FailureLog log = new FailureLog(now::get);

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(lines);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(lines);
    logger.setUseParentHandlers(true);
  }

  @Test
  void namesAClassOnceHoweverOftenItFails() {
    for (int pass = 0; pass < 10_000; pass++) {
      fail("/proc/1/io");
      now.addAndGet(Duration.ofSeconds(15).toNanos());
    }
    assertEquals(List.of("source processes denied: /proc/1/io: Permission denied"), lines.texts);
  }

  @Test
  void namesAChangedTextAtMostOnceAnHour() {
    for (int minute = 0; minute <= 120; minute++) {
      fail("/proc/" + minute + "/io");
      now.addAndGet(Duration.ofMinutes(1).toNanos());
    }
    assertEquals(
        List.of(
            "source processes denied: /proc/0/io: Permission denied",
            "source processes denied: /proc/60/io: Permission denied",
            "source processes denied: /proc/120/io: Permission denied"),
        lines.texts);
  }

  @Test
  void saysOnceThatItIsGoneAndDoesNotFlap() {
    log.well(DENIED);
    for (int pass = 0; pass < 100; pass++) {
      fail("/proc/1/io");
      log.well(DENIED);
    }
    now.addAndGet(Duration.ofHours(1).toNanos());
    fail("/proc/1/io");
    assertEquals(
        List.of(
            "source processes denied: /proc/1/io: Permission denied",
            "source processes no longer denied",
            "source processes denied: /proc/1/io: Permission denied"),
        lines.texts);
  }

  private void fail(String path) {
    log.failing(DENIED, new SourceFailure(Kind.DENIED, path, 0, "Permission denied"));
  }

  private static final class Lines extends Handler {
    private final List<String> texts = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      texts.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
