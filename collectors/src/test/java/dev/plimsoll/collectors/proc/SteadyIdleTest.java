package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SteadyIdleTest {
  private final SteadyIdle steady = new SteadyIdle();

  private CpuTicks cpu0(long idle, long ioWait) throws MalformedSourceException {
    String line = "1 0 2 " + idle + " " + ioWait + " 0 0 0 0 0\n";
    String text = "cpu " + line + "cpu0 " + line;
    KernelText stat = new KernelText("/proc/stat", text.getBytes(StandardCharsets.UTF_8));
    KernelStat held = steady.steady(KernelStat.parse(stat));
    assertEquals(held.total(), held.cpus().getFirst().ticks());
    return held.cpus().getFirst().ticks();
  }

  @Test
  void aCorrectionIsHeldUntilTheKernelHasCaughtUp() throws MalformedSourceException {
    cpu0(1000, 50);
    assertEquals(1000, cpu0(990, 50).idle());
    assertEquals(1000, cpu0(701, 49).idle());
    assertEquals(50, cpu0(1001, 49).ioWait());
    assertEquals(1002, cpu0(1002, 51).idle());
  }

  @Test
  void aCpuThatWasSwitchedOffBeginsAnew() throws MalformedSourceException {
    cpu0(1000, 50);
    assertEquals(700, cpu0(700, 50).idle());
    assertEquals(701, cpu0(701, 50).idle());
  }
}
