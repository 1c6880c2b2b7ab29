package dev.plimsoll.agent.recent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ContainerMinuteTest {
  private static final long MILLI = 1_000_000;
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private final ContainerMinute minute =
      new ContainerMinute(SampleGroup.ran(5_000).holding(4096).throttled(0, 0).group(), 0);

  private void read(long millis, SampleGroup group) {
    minute.add(group.group(), millis * MILLI);
  }

  @Test
  void theFirstReadingHasMemoryAndNoRates() {
    assertEquals(new Peaks(NONE, OptionalDouble.of(4096), NONE, NONE, NONE, NONE), minute.peaks());
    assertEquals(0, minute.cores().count());
    assertEquals(1, minute.memory().count());
  }

  @Test
  void aBurstIsThePeakForAMinute() {
    read(1_000, SampleGroup.ran(7_000).holding(8192));
    read(2_000, SampleGroup.ran(7_000).holding(4096));
    for (long second = 3; second < 61; second++) read(second * 1_000, SampleGroup.ran(7_000));
    assertEquals(2, minute.peaks().cores().orElseThrow());
    assertEquals(8192, minute.peaks().memory().orElseThrow());
    read(61_000, SampleGroup.ran(7_000));
    assertEquals(0, minute.peaks().cores().orElseThrow());
    assertEquals(4096, minute.peaks().memory().orElseThrow());
    read(62_000, SampleGroup.ran(7_000));
    assertEquals(0, minute.peaks().memory().orElseThrow());
    assertEquals(62, minute.cores().count());
  }

  @Test
  void ratesGoByTheTimeBetweenReadings() {
    read(1_250, SampleGroup.ran(6_000).throttled(10, 4).stood(250));
    Peaks peaks = minute.peaks();
    assertEquals(0.8, peaks.cores().orElseThrow(), 1e-6);
    assertEquals(0.4, peaks.throttled().orElseThrow(), 1e-6);
    assertEquals(0.2, peaks.cpuStalled().orElseThrow(), 1e-6);
  }

  @Test
  void aStallThatIsReadLessOftenIsWhatTheTimeSinceWasOnAverage() {
    Section<Pressure> begun = SampleGroup.waited(100);
    read(1_000, SampleGroup.ran(5_100).onDisk(begun));
    assertEquals(NONE, minute.peaks().ioStalled());
    read(2_000, SampleGroup.ran(5_200).onDisk(begun));
    read(3_000, SampleGroup.ran(5_300).onDisk(begun));
    assertEquals(NONE, minute.peaks().ioStalled());
    read(5_000, SampleGroup.ran(5_400).onDisk(SampleGroup.waited(1_100)));
    assertEquals(0.25, minute.peaks().ioStalled().orElseThrow(), 1e-6);
  }

  @Test
  void aContainerThatDidNotRunWasNotStalledUntilItRuns() {
    Cgroup<?> resting = SampleGroup.ran(5_100).onDisk(SampleGroup.waited(100)).group();
    for (long second = 1; second < 10; second++) minute.add(resting, second * 1_000 * MILLI);
    assertEquals(0, minute.peaks().ioStalled().orElseThrow());
    read(10_000, SampleGroup.ran(5_200).onDisk(SampleGroup.waited(600)));
    assertEquals(0.5, minute.peaks().ioStalled().orElseThrow(), 1e-6);
  }

  @Test
  void oneThatStoodStillAllTheWhileDidSoInTheSecondInWhichItRunsAgain() {
    Cgroup<?> stuck = SampleGroup.ran(5_100).onDisk(SampleGroup.waited(100)).group();
    for (long second = 1; second < 10; second++) minute.add(stuck, second * 1_000 * MILLI);
    read(10_000, SampleGroup.ran(5_200).onDisk(SampleGroup.waited(9_000)));
    assertEquals(1, minute.peaks().ioStalled().orElseThrow(), 1e-6);
  }

  @Test
  void missedSecondsAreOneValueTogether() {
    read(1_000, SampleGroup.ran(5_000));
    read(5_000, SampleGroup.ran(7_000));
    assertEquals(0.5, minute.peaks().cores().orElseThrow(), 1e-6);
    assertEquals(2, minute.cores().count());
  }

  @Test
  void aReadingRightAfterAnotherWaitsForTheNext() {
    read(1_000, SampleGroup.ran(5_000));
    read(1_010, SampleGroup.ran(5_100).holding(12_288));
    assertEquals(0, minute.peaks().cores().orElseThrow());
    assertEquals(12_288, minute.peaks().memory().orElseThrow());
    read(2_000, SampleGroup.ran(5_500));
    assertEquals(0.5, minute.peaks().cores().orElseThrow(), 1e-6);
    assertEquals(2, minute.cores().count());
  }

  @Test
  void aGroupThatDidNotChangeDidNothing() {
    Cgroup<?> resting = SampleGroup.ran(5_000).holding(4096).throttled(10, 10).group();
    minute.add(resting, 1_000 * MILLI);
    minute.add(resting, 62_000 * MILLI);
    assertEquals(0, minute.peaks().cores().orElseThrow());
    assertEquals(0, minute.peaks().throttled().orElseThrow());
    assertEquals(4096, minute.peaks().memory().orElseThrow());
  }

  @Test
  void aRestAddsUpToTheSameHoweverOftenSomebodyLooks() {
    Cgroup<?> group = SampleGroup.ran(5_000).holding(4096).throttled(10, 5).group();
    ContainerMinute watched = new ContainerMinute(group, 0);
    ContainerMinute alone = new ContainerMinute(group, 0);
    for (long second = 1; second < 200; second++) {
      if (second % 70 < 20 && second % 3 == 0) group = busy(second);
      watched.add(group, second * 1_000 * MILLI);
      alone.add(group, second * 1_000 * MILLI);
      watched.peaks();
    }
    assertEquals(199, alone.cores().count());
    assertEquals(watched.cores().sum(), alone.cores().sum(), 1e-9);
    assertEquals(200, alone.memory().count());
    assertEquals(watched.memory().sum(), alone.memory().sum());
    assertEquals(watched.peaks(), alone.peaks());
    assertEquals(watched.meanCores(), alone.meanCores());
    assertTrue(alone.meanCores().orElseThrow() > 0);
  }

  private static Cgroup<?> busy(long second) {
    return SampleGroup.ran(5_000 + 100 * second * second)
        .holding(4096 * second)
        .throttled(10 * second, 5 * second)
        .onDisk(SampleGroup.waited(second))
        .group();
  }

  @Test
  void withoutAQuotaThereIsNoThrottling() {
    read(1_000, SampleGroup.ran(6_000).throttled(0, 0));
    assertEquals(NONE, minute.peaks().throttled());
  }

  @Test
  void whatCouldNotBeReadOrBeganAnewIsNoRate() {
    read(1_000, SampleGroup.ran(6_000).unread());
    read(2_000, SampleGroup.ran(9_000));
    assertEquals(NONE, minute.peaks().cores());
    read(3_000, SampleGroup.ran(1));
    assertEquals(NONE, minute.peaks().cores());
    read(4_000, SampleGroup.ran(501));
    assertEquals(0.5, minute.peaks().cores().orElseThrow(), 1e-6);
  }
}
