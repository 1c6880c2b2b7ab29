package dev.plimsoll.agent.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final Intervals INTERVALS =
      new Intervals(
          Duration.ofNanos(10), Duration.ofNanos(200), Duration.ofNanos(25), Duration.ofNanos(100));

  @ParameterizedTest
  @ValueSource(longs = {0, -7, Long.MAX_VALUE - 30})
  void keepsTheBeatWhateverAPassTakes(long start) {
    Schedule schedule = new Schedule(INTERVALS, start);
    assertEquals(Pace.FAST, schedule.first());
    assertEquals(start + 10, schedule.dueAt(Pace.FAST));

    assertEquals(0, schedule.begin(Pace.FAST, start + 12));
    assertEquals(start + 20, schedule.dueAt(Pace.FAST));

    assertEquals(0, schedule.begin(Pace.FAST, start + 29));
    assertEquals(Pace.PROCESS, schedule.first());
    assertEquals(start + 30, schedule.dueAt(Pace.FAST));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -7, Long.MAX_VALUE - 30})
  void leavesOutBeatsThatHaveGoneBy(long start) {
    Schedule schedule = new Schedule(INTERVALS, start);
    assertEquals(3, schedule.begin(Pace.FAST, start + 47));
    assertEquals(start + 50, schedule.dueAt(Pace.FAST));
    assertEquals(0, schedule.begin(Pace.PROCESS, start + 47));
    assertEquals(start + 50, schedule.dueAt(Pace.PROCESS));
    assertEquals(Pace.FAST, schedule.first());
  }
}
