package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySplitTest {

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2"})
  void addsUpToTheTotal(String node) {
    MemInfo memory = MemInfo.read(new KernelReader(), Fixture.roots(node)).present().orElseThrow();
    assertEquals(memory.total(), sum(MemorySplit.of(memory)));
  }

  @Test
  void cachedDoesNotHoldWhatIsShared() {
    MemInfo memory = memory(Map.of("MemTotal", 100L, "Cached", 30L, "Shmem", 10L, "MemFree", 5L));
    assertEquals(new MemorySplit(5, 0, 10, 20, 0, 0, 0, 0, 0, 0, 65), MemorySplit.of(memory));
  }

  @Test
  void linesReadAtDifferentInstantsMayHoldMoreThanTheTotal() {
    MemInfo memory = memory(Map.of("MemTotal", 100L, "AnonPages", 60L, "MemFree", 43L));
    assertEquals(new MemorySplit(43, 57, 0, 0, 0, 0, 0, 0, 0, 0, 0), MemorySplit.of(memory));
  }

  private static MemInfo memory(Map<String, Long> sizes) {
    return new MemInfo(new LinkedHashMap<>(sizes), new LinkedHashMap<>());
  }

  private static long sum(MemorySplit split) {
    return split.free()
        + split.anonymous()
        + split.shared()
        + split.cached()
        + split.buffers()
        + split.slabReclaimable()
        + split.slabUnreclaimable()
        + split.pageTables()
        + split.kernelStacks()
        + split.hugePages()
        + split.other();
  }
}
