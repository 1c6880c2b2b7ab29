package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.insight.MemoryHealth.Trouble;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.Pressure;
import dev.plimsoll.collectors.proc.Pressure.Stall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MemoryHealthTest {
  private static final Map<String, Long> ROOMY = Map.of("MemTotal", 100L, "MemAvailable", 60L);

  @Test
  void aRoomyNodeIsHealthy() {
    MemoryHealth health = MemoryHealth.of(memory(ROOMY), stalled(0.5));
    assertEquals(List.of(), health.troubles());
    assertEquals(OptionalDouble.of(0.6), health.available());
    assertEquals(OptionalDouble.empty(), health.swapUsed());
  }

  @Test
  void stallsAreATroubleEvenWithRoom() {
    assertEquals(List.of(), MemoryHealth.of(memory(ROOMY), stalled(10)).troubles());
    assertEquals(
        List.of(Trouble.STALLED), MemoryHealth.of(memory(ROOMY), stalled(10.01)).troubles());
  }

  @Test
  void allTroublesAtOnce() {
    MemInfo memory =
        memory(Map.of("MemTotal", 100L, "MemAvailable", 4L, "SwapTotal", 100L, "SwapFree", 9L));
    assertEquals(
        List.of(Trouble.STALLED, Trouble.LITTLE_AVAILABLE, Trouble.SWAP_FULL),
        MemoryHealth.of(memory, stalled(50)).troubles());
  }

  @Test
  void whatTheKernelDoesNotTellIsNoTrouble() {
    MemoryHealth health = MemoryHealth.of(memory(Map.of("MemTotal", 100L)), Optional.empty());
    assertEquals(
        new MemoryHealth(
            OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), List.of()),
        health);
  }

  @Test
  void aNodeWithoutSwapHasNoneFull() {
    MemInfo memory =
        memory(Map.of("MemTotal", 100L, "MemAvailable", 60L, "SwapTotal", 0L, "SwapFree", 0L));
    assertEquals(OptionalDouble.empty(), MemoryHealth.of(memory, stalled(0)).swapUsed());
  }

  private static MemInfo memory(Map<String, Long> sizes) {
    return new MemInfo(new LinkedHashMap<>(sizes), new LinkedHashMap<>());
  }

  private static Optional<Pressure> stalled(double percent) {
    return Optional.of(new Pressure(Optional.of(new Stall(percent, 0, 0, 0)), Optional.empty()));
  }
}
