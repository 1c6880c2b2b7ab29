package dev.plimsoll.collectors.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConntrackStatTest {
  private final KernelReader reader = new KernelReader();

  @Test
  void cpusAreSummed() throws Exception {
    String lines =
        """
        entries  clashres found new invalid ignore delete
        00000011  00000000 00000002 00000000 0000000a 00000000 00000000
        00000011  00000000 ffffffff 00000000 00000001 00000000 00000000
        """;
    ConntrackStat stat =
        ConntrackStat.parse(new KernelText("stat", lines.getBytes(StandardCharsets.UTF_8)));
    assertEquals(OptionalLong.of(0x1_0000_0001L), stat.counter("found"));
    assertEquals(OptionalLong.of(11), stat.counter("invalid"));
    assertEquals(OptionalLong.empty(), stat.counter("search_restart"));
  }

  @Test
  void readsARealNode() {
    ConntrackStat stat =
        ConntrackStat.read(reader, Fixture.roots("v1-hybrid")).present().orElseThrow();
    assertEquals(17, stat.counters().size());
    assertEquals(OptionalLong.of(0), stat.counter("search_restart"));
  }

  @Test
  void aKernelThatFollowsNoConnectionsHasNone() {
    assertInstanceOf(Section.Absent.class, ConntrackStat.read(reader, Fixture.roots("containers")));
  }
}
