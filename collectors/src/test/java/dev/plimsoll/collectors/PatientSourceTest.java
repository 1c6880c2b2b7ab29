package dev.plimsoll.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sources that answer when the test lets them.
@Timeout(120)
class PatientSourceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Section<Integer> SILENT =
      new Section.Failed<>(
          new SourceFailure(
              SourceFailure.Kind.TIMEOUT, "/sys/class/hwmon", 0, "the device does not answer"));

  private final Semaphore answers = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();
  private final DeviceWorkers workers = new DeviceWorkers();
  private final PatientSource<Integer> source = source(this::answer);

  private PatientSource<Integer> source(Function<KernelReader, Section<Integer>> read) {
    SourceTimer timer = new SourceTimer(Clock.systemUTC(), Set.of());
    return new PatientSource<>(Source.HWMON, "/sys/class/hwmon", timer, workers, read);
  }

  private Section<Integer> answer(KernelReader reader) {
    int number = asked.incrementAndGet();
    answers.acquireUninterruptibly();
    return new Section.Present<>(number);
  }

  @AfterEach
  void lettingAllGo() {
    answers.release(100);
  }

  @Test
  void whatAnswersIsReadEachTimeItIsAsked() {
    answers.release(2);
    source.ask();
    workers.await(MINUTE);
    assertEquals(new Section.Present<>(1), source.known().section());
    assertSame(source.known(), source.known());
    source.ask();
    workers.await(MINUTE);
    assertEquals(new Section.Present<>(2), source.known().section());
  }

  @Test
  void aDeviceThatNeverAnswersIsAskedOnceAndSaidToBeSilent() {
    source.ask();
    workers.await(Duration.ofMillis(10));
    assertEquals(SILENT, source.known().section());
    source.ask();
    assertEquals(SILENT, source.known().section());
    answers.release();
    workers.await(MINUTE);
    assertEquals(new Section.Present<>(1), source.known().section());
    assertEquals(1, asked.get());
  }

  @Test
  void whatItSaidBeforeStandsUntilItIsAskedAgain() {
    answers.release();
    source.ask();
    workers.await(MINUTE);
    Reading<Integer> first = source.known();
    source.ask();
    workers.attend();
    assertSame(first, source.known());
    source.ask();
    assertEquals(SILENT, source.known().section());
    answers.release();
    workers.await(MINUTE);
    assertEquals(new Section.Present<>(2), source.known().section());
  }

  @Test
  void theOthersAnswerWhileOneHangs() {
    PatientSource<Integer> other = source(_ -> new Section.Present<>(7));
    source.ask();
    other.ask();
    while (other.known().section().present().isEmpty()) workers.attend();
    assertEquals(new Section.Present<>(7), other.known().section());
    assertEquals(1, workers.busy());
  }

  @Test
  void aFaultIsAnAnswer() {
    PatientSource<Integer> broken =
        source(
            _ -> {
              throw new IllegalStateException("no more memory");
            });
    broken.ask();
    workers.await(MINUTE);
    SourceFailure failure = broken.known().section().failures().getFirst();
    assertEquals(SourceFailure.Kind.IO, failure.kind());
    assertEquals("java.lang.IllegalStateException: no more memory", failure.text());
  }

  @Test
  void whoIsClosedAsksNothingMore() {
    source.ask();
    workers.close();
    workers.attend();
    assertEquals(0, workers.busy());
    assertEquals(0, asked.get());
  }
}
