package dev.plimsoll.collectors.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `fixtures/bad` that tells of the network: the failure names path, line and text,
/// and what else is in the file still counts.
class BadNetworkFilesTest {
  private static final Object NOTHING = "nothing";

  /// A file, what is said of it, and what is left of it.
  record Fault(String file, Parser<?> parser, int line, String text, Object left) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    ProtocolCounters udp = counters("Udp", "NoPorts");
    ProtocolCounters udp6 = counters("Udp6", "NoPorts");
    ProtocolCounters sockets =
        new ProtocolCounters(
            new LinkedHashMap<>(
                Map.of("UDP", new LinkedHashMap<>(Map.of("inuse", 0L, "mem", 0L)))));
    ArpTable arp = new ArpTable(new LinkedHashMap<>(Map.of("eth0", 1L)));
    return Stream.of(
        new Fault("arp/empty", ArpTable::parse, 1, "the file is empty", NOTHING),
        new Fault(
            "arp/short-line",
            ArpTable::parse,
            2,
            "a field is missing: \"192.0.2.1        0x1         0x2\"",
            arp),
        new Fault(
            "conntrack/empty-line", Conntrack::parse, 1, "a number is missing: \"\"", NOTHING),
        new Fault("conntrack-stat/empty", ConntrackStat::parse, 1, "the file is empty", NOTHING),
        new Fault(
            "conntrack-stat/no-hexadecimal",
            ConntrackStat::parse,
            2,
            "not a mask: \"0000000x 00000000 00000007\"",
            connections(10)),
        new Fault(
            "conntrack-stat/short-line",
            ConntrackStat::parse,
            2,
            "a number is missing: \"00000000  00000000 00000002\"",
            connections(7)),
        new Fault("rx-nohandler/empty", UnwantedPackets::parse, 1, "the file is empty", NOTHING),
        new Fault(
            "rx-nohandler/negative", UnwantedPackets::parse, 1, "not a number: \"-1\"", NOTHING),
        new Fault(
            "snmp/cut-short",
            ProtocolLines::parse,
            3,
            "names without numbers: \"Tcp: ActiveOpens\"",
            udp),
        new Fault("snmp/empty", ProtocolLines::parse, 1, "no protocol: \"\"", NOTHING),
        new Fault(
            "snmp/fewer-numbers",
            ProtocolLines::parse,
            2,
            "a number is missing: \"Tcp: 1384\"",
            udp),
        new Fault(
            "snmp/more-numbers",
            ProtocolLines::parse,
            2,
            "more numbers than names: \"Tcp: 1384 163\"",
            udp),
        new Fault("snmp/no-colon", ProtocolLines::parse, 1, "no ':': \"Tcp ActiveOpens\"", udp),
        new Fault(
            "snmp/other-protocol",
            ProtocolLines::parse,
            2,
            "numbers of another protocol: \"Udp: 7\"",
            udp),
        new Fault("snmp6/empty", Snmp6::parse, 1, "no protocol: \"\"", NOTHING),
        new Fault(
            "snmp6/no-number", Snmp6::parse, 1, "a number is missing: \"Ip6InReceives\"", udp6),
        new Fault("snmp6/no-version", Snmp6::parse, 1, "no '6': \"IpInReceives 1091\"", udp6),
        new Fault("sockstat/empty", SockStat::parse, 1, "no protocol: \"\"", NOTHING),
        new Fault(
            "sockstat/odd-words",
            SockStat::parse,
            1,
            "a number is missing: \"TCP: inuse 1 orphan\"",
            sockets),
        new Fault(
            "softnet/no-hexadecimal",
            SoftNet::parse,
            1,
            "not a mask: \"0000083g 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000\"",
            softNet()),
        new Fault(
            "softnet/short-line",
            SoftNet::parse,
            1,
            "a field is missing: \"00000836 00000000 00000000\"",
            softNet()),
        new Fault("udp/empty", UdpQueues::parse, 1, "the file is empty", NOTHING),
        new Fault(
            "udp/no-colon",
            UdpQueues::parse,
            2,
            "no ':' between the queues: \"  338: 00000000:0044 00000000:0000 07 00000000 00000000\"",
            new UdpQueues(1, 0x213)));
  }

  private static ProtocolCounters counters(String protocol, String name) {
    return new ProtocolCounters(
        new LinkedHashMap<>(Map.of(protocol, new LinkedHashMap<>(Map.of(name, 7L)))));
  }

  private static ConntrackStat connections(long invalid) {
    SequencedMap<String, Long> counters = new LinkedHashMap<>();
    for (String zero : List.of("entries", "clashres", "new")) counters.put(zero, 0L);
    counters.put("found", 1L);
    counters.put("invalid", invalid);
    return new ConntrackStat(counters);
  }

  private static SoftNet softNet() {
    OptionalLong none = OptionalLong.empty();
    return new SoftNet(List.of(new SoftNet.Cpu(1, 0x3aa6, 0, 1, 0, none, none, none)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFailureNamesPathLineAndText(Fault fault) {
    String path = Fixture.bad(fault.file);
    Section<?> section = new KernelReader().section(path, Need.REQUIRED, fault.parser);
    assertEquals(
        new SourceFailure(Kind.MALFORMED, path, fault.line, fault.text),
        section.failures().getFirst());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatElseIsThereCounts(Fault fault) {
    Section<?> section =
        new KernelReader().section(Fixture.bad(fault.file), Need.REQUIRED, fault.parser);
    Optional<?> left = section.present();
    assertEquals(fault.left, left.isPresent() ? left.get() : NOTHING);
  }

  @Test
  void noFileIsForgotten() {
    List<String> files =
        Stream.of(
                "arp",
                "conntrack",
                "conntrack-stat",
                "rx-nohandler",
                "snmp",
                "snmp6",
                "sockstat",
                "softnet",
                "udp")
            .flatMap(file -> Fixture.faults(file).stream())
            .toList();
    assertEquals(files, faults().map(Fault::file).toList());
  }
}
