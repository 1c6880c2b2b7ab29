package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class KernelStatTest {

  @Test
  void aCpuThatDoesNotParseTakesNothingElseWithIt() {
    KernelStat stat = read("stat/short-cpu");
    assertEquals(List.of(0L), stat.cpus().stream().map(KernelStat.Cpu::number).toList());
    assertEquals(OptionalLong.of(1996185), stat.contextSwitches());
  }

  @Test
  void aNumberThatDoesNotParseIsMissing() {
    KernelStat stat = read("stat/letters");
    assertEquals(OptionalLong.empty(), stat.contextSwitches());
    assertEquals(OptionalLong.of(1795158674), stat.bootTime());
  }

  private static KernelStat read(String fault) {
    return new KernelReader()
        .section(Fixture.bad(fault), Need.REQUIRED, KernelStat::parse)
        .present()
        .orElseThrow();
  }
}
