package dev.plimsoll.collectors.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A source that answers when the test lets it.
class PatientSourceTest {
  private static final Section<Integer> SILENT =
      new Section.Failed<>(
          new SourceFailure(
              SourceFailure.Kind.TIMEOUT, "/sys/class/hwmon", 0, "the device does not answer"));

  private final Semaphore answers = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();

  private Section<Integer> answer(KernelReader reader) {
    int number = asked.incrementAndGet();
    answers.acquireUninterruptibly();
    return new Section.Present<>(number);
  }

  private PatientSource<Integer> source(Duration first) {
    return new PatientSource<>("/sys/class/hwmon", this::answer, first);
  }

  @Test
  void whatAnswersIsReadEachTime() {
    answers.release(2);
    PatientSource<Integer> source = source(Duration.ofMinutes(1));
    assertEquals(new Section.Present<>(1), source.read());
    answers.release();
    assertEquals(new Section.Present<>(2), untilNewer(source, 1));
  }

  /// Whatever the machine is doing, the answer comes some time.
  private static Section<Integer> untilNewer(PatientSource<Integer> source, int known) {
    Section<Integer> section = source.read();
    while (section.present().map(number -> number <= known).orElse(true)) section = source.read();
    return section;
  }

  @Test
  void aDeviceThatNeverAnswersIsAskedOnceAndSaidToBeSilent() {
    PatientSource<Integer> source = source(Duration.ofMillis(10));
    assertEquals(SILENT, source.read());
    assertEquals(SILENT, source.read());
    assertEquals(1, asked.get());
    answers.release(2);
    assertEquals(new Section.Present<>(2), untilNewer(source, 1));
  }

  @Test
  void whatItSaidBeforeStandsUntilTheNextPass() {
    answers.release();
    PatientSource<Integer> source = source(Duration.ofMinutes(1));
    assertEquals(new Section.Present<>(1), source.read());
    assertEquals(new Section.Present<>(1), source.read());
    assertEquals(SILENT, source.read());
    answers.release(2);
    assertEquals(new Section.Present<>(3), untilNewer(source, 2));
  }
}
