package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.cgroup.CpuTime;
import org.junit.jupiter.api.Test;

final class UnseenWorkTest {
  private static final long TICKS_PER_SECOND = 100;

  private final UnseenWork unseen = new UnseenWork();
  private CpuTime last = new CpuTime(0, 0, 0);

  private void used(double user, double system) {
    long more = (long) ((user + system) * 1e9);
    CpuTime now =
        new CpuTime(
            last.usageNanos() + more,
            last.userNanos() + (long) (user * 1e9),
            last.systemNanos() + (long) (system * 1e9));
    unseen.used(last, now);
    last = now;
  }

  private void seen(long userTicks, long systemTicks) {
    Counts growth = new Counts();
    growth.set(Count.USER_TICKS, userTicks);
    growth.set(Count.SYSTEM_TICKS, systemTicks);
    unseen.seen(growth, TICKS_PER_SECOND);
  }

  private void tells(long userTicks, long systemTicks) {
    Counts told = unseen.tell(TICKS_PER_SECOND);
    assertNotNull(told);
    assertNear(userTicks, told.get(Count.USER_TICKS));
    assertNear(systemTicks, told.get(Count.SYSTEM_TICKS));
  }

  private static void assertNear(long expected, long actual) {
    assertTrue(Math.abs(expected - actual) <= 1, "not " + expected + " but " + actual);
  }

  @Test
  void whatProcessesShowIsNotTold() {
    used(3, 1);
    seen(295, 95);
    assertNull(unseen.tell(TICKS_PER_SECOND));
  }

  @Test
  void whatTheyDoNotShowIsToldOnce() {
    used(3, 2);
    seen(100, 100);
    tells(200, 100);
    assertNull(unseen.tell(TICKS_PER_SECOND));
    used(0.5, 0.25);
    tells(50, 25);
  }

  /// The kernel splits the whole by another rule for groups than for processes.
  @Test
  void aModeThatIsSeenTwiceIsTakenFromTheOther() {
    used(3, 1);
    seen(0, 200);
    tells(200, 0);
  }

  @Test
  void whatOnlyComesLaterIsNotMissingForEver() {
    seen(500, 0);
    used(5.5, 0);
    assertNull(unseen.tell(TICKS_PER_SECOND));
    used(1, 0);
    tells(150, 0);
  }

  @Test
  void aCounterThatFallsTellsNothing() {
    used(3, 0);
    unseen.used(last, new CpuTime(0, 0, 0));
    tells(300, 0);
  }
}
