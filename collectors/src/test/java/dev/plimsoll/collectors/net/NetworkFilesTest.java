package dev.plimsoll.collectors.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.net.SoftNet.Cpu;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What two real nodes said of their networks.
class NetworkFilesTest {
  private final KernelReader reader = new KernelReader();
  private final Roots v1 = Fixture.roots("v1-hybrid");

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2"})
  void snmpAndNetstatKeepEveryNumber(String node) throws Exception {
    Roots roots = Fixture.roots(node);
    assertEquals(lines(roots, "snmp"), pairs(Snmp.read(reader, roots)));
    assertEquals(lines(roots, "netstat"), pairs(Netstat.read(reader, roots)));
  }

  private static List<String> pairs(Section<ProtocolCounters> section) {
    List<String> lines = new ArrayList<>();
    section
        .present()
        .orElseThrow()
        .protocols()
        .forEach(
            (protocol, numbers) -> {
              lines.add(protocol + ": " + String.join(" ", numbers.keySet()));
              List<String> values = numbers.values().stream().map(Object::toString).toList();
              lines.add(protocol + ": " + String.join(" ", values));
            });
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2"})
  void snmp6KeepsEveryNumber(String node) throws Exception {
    Roots roots = Fixture.roots(node);
    List<String> lines = new ArrayList<>();
    Snmp6.read(reader, roots)
        .present()
        .orElseThrow()
        .protocols()
        .forEach(
            (protocol, numbers) ->
                numbers.forEach((name, value) -> lines.add(protocol + name + ' ' + value)));
    assertEquals(
        lines(roots, "snmp6").stream().map(line -> line.replaceAll("\\s+", " ")).sorted().toList(),
        lines.stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2"})
  void sockStatKeepsEveryNumber(String node) throws Exception {
    Roots roots = Fixture.roots(node);
    assertEquals(lines(roots, "sockstat"), words(SockStat.read(reader, roots)));
    assertEquals(lines(roots, "sockstat6"), words(SockStat.read6(reader, roots)));
  }

  private static List<String> words(Section<ProtocolCounters> section) {
    List<String> lines = new ArrayList<>();
    section
        .present()
        .orElseThrow()
        .protocols()
        .forEach(
            (protocol, numbers) -> {
              StringBuilder line = new StringBuilder(protocol + ':');
              numbers.forEach((name, value) -> line.append(" " + name + ' ' + value));
              lines.add(line.toString());
            });
    return lines;
  }

  private static List<String> lines(Roots roots, String file) throws Exception {
    return Files.readAllLines(Path.of(roots.proc("1/net/" + file)));
  }

  @Test
  void aNumberByName() {
    ProtocolCounters snmp = Snmp.read(reader, v1).present().orElseThrow();
    assertEquals(OptionalLong.of(-1), snmp.value("Tcp", "MaxConn"));
    assertEquals(OptionalLong.empty(), snmp.value("Tcp", "Nonsense"));
    assertEquals(OptionalLong.empty(), snmp.value("Nonsense", "MaxConn"));
  }

  @Test
  void softNet() {
    OptionalLong zero = OptionalLong.of(0);
    assertEquals(
        new Section.Present<>(
            new SoftNet(
                List.of(
                    new Cpu(0, 0x877, 0, 0, 0, zero, zero, zero),
                    new Cpu(1, 0x3d3b, 0, 0, 0, zero, zero, zero)))),
        SoftNet.read(reader, v1));
  }

  @Test
  void arp() {
    assertEquals(
        new Section.Present<>(new ArpTable(new LinkedHashMap<>(Map.of("eth0", 1L)))),
        ArpTable.read(reader, v1));
  }

  @Test
  void conntrack() {
    assertEquals(new Section.Present<>(new Conntrack(0, 262144)), Conntrack.read(reader, v1));
    assertInstanceOf(
        Section.Absent.class, Conntrack.read(reader, new Roots("/nowhere", "/sys", "/")));
  }

  @Test
  void udpQueuesAreSummed() throws Exception {
    String lines =
        """
           sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt
          338: 00000000:0044 00000000:0000 07 0000000A:00000213 00:00000000 00000000
          339: 00000000:0045 00000000:0000 07 00000001:00000100 00:00000000 00000000
        """;
    assertEquals(
        new UdpQueues(11, 0x313),
        UdpQueues.parse(new KernelText("udp", lines.getBytes(StandardCharsets.UTF_8))));
    assertEquals(new Section.Present<>(new UdpQueues(0, 0)), UdpQueues.read(reader, v1));
    assertEquals(new Section.Present<>(new UdpQueues(0, 0)), UdpQueues.read6(reader, v1));
  }
}
