package dev.plimsoll.collectors.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnwantedPacketsTest {
  private final KernelReader reader = new KernelReader();

  @Test
  void eachInterfaceOfARealNode() {
    UnwantedPackets packets =
        UnwantedPackets.read(reader, Fixture.roots("v1-hybrid")).present().orElseThrow();
    assertEquals(
        List.of("eth0", "ifb0", "ifb1", "lo"), List.copyOf(packets.byInterface().keySet()));
  }

  /// One interface that cannot be read does not hide the others.
  @Test
  void whatElseIsThereCounts(@TempDir Path sys) throws Exception {
    statistics(sys, "bond0", "17\n");
    statistics(sys, "eth0", "-1\n");
    Files.writeString(sys.resolve("class/net/bonding_masters"), "bond0\n");
    Section<UnwantedPackets> section =
        UnwantedPackets.read(reader, new Roots("/proc", sys.toString(), "/"));
    assertEquals(
        new UnwantedPackets(new LinkedHashMap<>(Map.of("bond0", 17L))),
        section.present().orElseThrow());
    assertEquals(
        sys + "/class/net/eth0/statistics/rx_nohandler line 1: not a number: \"-1\"",
        section.failures().getFirst().describe());
    assertEquals(1, section.failures().size());
  }

  private static void statistics(Path sys, String name, String text) throws Exception {
    Path file = sys.resolve("class/net/" + name + "/statistics/rx_nohandler");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aTreeWithoutInterfacesHasNone() {
    assertInstanceOf(
        Section.Absent.class, UnwantedPackets.read(reader, Fixture.roots("containers")));
  }
}
