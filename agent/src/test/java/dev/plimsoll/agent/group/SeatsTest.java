package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.process.ProcessEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who of a place has series of its own, and that no counter falls whoever it is.
final class SeatsTest {
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 0);

  private final GroupTracker tracker =
      new GroupTracker(NamingRules.none(), NamingRules.none(), Long::toString);
  private final Map<String, Long> ticks = new TreeMap<>();
  private final Map<String, Long> pages = new HashMap<>();
  private final Map<String, Long> starts = new HashMap<>();

  @Test
  void theFirstSeatsGoToTheStrongestNotToTheFirst() {
    for (int index = 0; index < 8; index++) pages.put("p" + index, 100L * index + 1);
    assertEquals(List.of("other", "p3", "p4", "p5", "p6", "p7"), names(pass()));
  }

  @Test
  void fiveGroupsNeedNoOther() {
    for (int index = 0; index < 5; index++) pages.put("p" + index, 1L);
    assertEquals(List.of("p0", "p1", "p2", "p3", "p4"), names(pass()));
  }

  @Test
  void aSeatIsLostOnlyToOneClearlyStronger() {
    for (int index = 0; index < 5; index++) pages.put("sits" + index, 1000L);
    pages.put("stands", 999L);
    pass();
    pages.put("stands", 2000L);
    assertEquals(List.of("other", "sits0", "sits1", "sits2", "sits3", "sits4"), names(pass()));
    pages.put("stands", 5000L);
    assertTrue(names(pass()).contains("stands"));
  }

  @Test
  void busyGroupsWinOverIdleOnes() {
    for (int index = 0; index < 5; index++) pages.put("idle" + index, 1000L);
    pages.put("busy", 10L);
    pass();
    ticks.put("busy", 1500L);
    assertTrue(names(pass()).contains("busy"));
  }

  @Test
  void aProgramThatIsCalledOtherIsAmongTheOthers() {
    pages.put("other", 1000L);
    pages.put("a", 1L);
    assertEquals(List.of("a", "other"), names(pass()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noCounterFallsAndNoWorkIsLostOrCountedTwice(long seed) {
    Random random = new Random(seed);
    Map<String, Long> seen = new HashMap<>();
    TreeSet<String> everSeated = new TreeSet<>();
    long done = 0;
    pass();
    for (int pass = 0; pass < 400; pass++) {
      done += live(random);
      long shown = 0;
      Map<String, Long> now = pass();
      for (Map.Entry<String, Long> series : now.entrySet()) {
        long before = seen.getOrDefault(series.getKey(), 0L);
        assertTrue(series.getValue() >= before, series.getKey() + " fell in pass " + pass);
        seen.put(series.getKey(), series.getValue());
      }
      everSeated.addAll(now.keySet());
      for (long value : seen.values()) shown += value;
      assertEquals(done, shown, "pass " + pass);
      assertTrue(now.size() <= 6, "at most five and other");
    }
    assertTrue(everSeated.size() > 8, "seats changed hands: " + everSeated);
  }

  /// Twelve programs whose strength comes and goes, of which some end for a while.
  private long live(Random random) {
    long done = 0;
    for (int index = 0; index < 12; index++) {
      String name = "p" + index;
      if (random.nextInt(40) == 0) {
        pages.remove(name);
        ticks.remove(name);
        starts.merge(name, 1L, Long::sum);
      } else if (pages.containsKey(name) || random.nextBoolean()) {
        int strength = random.nextInt(30) == 0 ? 10_000 : 10;
        long work = random.nextInt(strength);
        done += work;
        ticks.merge(name, work, Long::sum);
        pages.put(name, (long) random.nextInt(strength) + 1);
      }
    }
    return done;
  }

  /// A pass over one process for each program; what it shows by name.
  private Map<String, Long> pass() {
    List<ProcessEntry> entries = new ArrayList<>();
    pages.forEach(
        (name, rss) -> {
          int pid = 100 + (name.hashCode() & 0xFFFF);
          long user = ticks.getOrDefault(name, 0L);
          long start = 5 + starts.getOrDefault(name, 0L);
          entries.add(Processes.process(pid, start, "/" + name).rss(rss).user(user).entry());
        });
    Map<String, Long> shown = new TreeMap<>();
    for (GroupSample sample :
        tracker.update(Processes.table(entries), PodIndex.standAlone(), UNITS).own()) {
      String name = String.valueOf(sample.labels().base().get("process"));
      shown.put(name, sample.counts().get(Count.USER_TICKS));
    }
    return shown;
  }

  private static List<String> names(Map<String, Long> shown) {
    return List.copyOf(shown.keySet());
  }
}
