package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.kernel.ClockState;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClockMetricsTest {
  private static final int NANOSECONDS = 0x2000;
  private static final ClockState.Pps NO_PULSE = new ClockState.Pps(0, 0, 0, 0, 0, 0, 0, 0);

  @Test
  void offsetsAreInTheUnitThatTheStatusNames() {
    assertEquals(values(1, 0.0125, 0.5), written(0, 12_500, 0));
    assertEquals(values(1, 0.0000125, 0.5), written(0, 12_500, NANOSECONDS));
  }

  @Test
  void aClockThatNobodySetsIsNotSynchronized() {
    assertEquals(values(0, 0, 0.5), written(5, 0, NANOSECONDS));
  }

  private static Map<String, Double> written(int state, long offset, int status) {
    Map<String, Double> written = new TreeMap<>();
    ClockState clock =
        new ClockState(state, offset, 0, 500_000, 0, status, 0, 10_000, NO_PULSE, 37);
    ClockMetrics.write(clock, (family, _, value) -> written.put(family.name(), value));
    return written;
  }

  private static Map<String, Double> values(double synchronised, double offset, double maxError) {
    return Map.of(
        "plimsoll_node_clock_synchronized", synchronised,
        "plimsoll_node_clock_offset_seconds", offset,
        "plimsoll_node_clock_max_error_seconds", maxError);
  }
}
