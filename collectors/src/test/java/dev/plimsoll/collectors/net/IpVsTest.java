package dev.plimsoll.collectors.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The balancer, from files that were built as the kernel's source prints them.
class IpVsTest {
  private static final IpVsBackend FIRST =
      new IpVsBackend("TCP", "10.96.0.1", 443, "", "10.10.241.13", 6443, 1, 12, 3);

  private final KernelReader reader = new KernelReader();

  @Test
  void servicesByAddressByMarkAndOfEveryProtocol() {
    Section<IpVs> section = IpVs.read(reader, Fixture.roots("subsystems"));
    assertEquals(List.of(), section.failures());
    IpVs balancer = section.present().orElseThrow();
    assertEquals(
        new IpVsTotals(
            23_765_872, 3_811_989_221L, 33_172_541, 89_991_519_156_915L, 8_391_070_307_557L),
        balancer.totals());
    assertEquals(
        List.of(
            FIRST,
            new IpVsBackend("TCP", "10.96.0.1", 443, "", "10.10.241.14", 6443, 1, 9, 0),
            new IpVsBackend("UDP", "10.96.0.10", 53, "", "10.10.241.2", 53, 2, 0, 1420),
            new IpVsBackend("TCP", "2001:db8::1", 80, "", "2001:db8::a0b", 8080, 100, 248, 2),
            new IpVsBackend("FWM", "", 0, "000004B0", "192.168.50.21", 0, 5, 1499, 3),
            new IpVsBackend("FWM", "", 0, "000004B0", "192.168.50.22", 0, 0, 0, 0),
            new IpVsBackend("SCTP", "10.96.0.20", 3715, "", "10.10.241.32", 3715, 1, 7, 1)),
        balancer.backends());
  }

  @ParameterizedTest
  @CsvSource({
    "0000:0000:0000:0000:0000:0000:0000:0000, ::",
    "0000:0000:0000:0000:0000:0000:0000:0001, ::1",
    "fe80:0000:0000:0000:0000:0000:0000:0000, fe80::",
    "2001:0db8:0000:0001:0001:0001:0001:0001, 2001:db8:0:1:1:1:1:1",
    "2001:0000:0000:0001:0000:0000:0000:0001, 2001:0:0:1::1",
    "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
  })
  void addressesAsPeopleWriteThem(String kernel, String people) throws Exception {
    byte[] line = ("[" + kernel + "]:0050").getBytes(StandardCharsets.US_ASCII);
    KernelText text = new KernelText("ip_vs", line).firstLine();
    assertEquals(new SocketAddressText(people, 80), SocketAddressText.parse(text));
  }

  @Test
  void aTableHasABound() {
    String server = "  -> 0A0AF10D:192B Masq 1 12 3\n";
    String table = "TCP  0A600001:01BB rr\n" + server.repeat(IpVsTable.MOST + 1);
    KernelText text = new KernelText("ip_vs", table.getBytes(StandardCharsets.US_ASCII));
    assertEquals(IpVsTable.MOST, IpVsTable.parse(text).size());
    assertEquals(1, text.flaws().size());
    String words = "what is beyond 10000 servers is left out";
    assertEquals(words, text.flaws().getFirst().text().substring(0, words.length()));
  }

  @Test
  void absentWhereTheKernelDoesNotBalance() {
    assertInstanceOf(Section.Absent.class, IpVs.read(reader, Fixture.roots("v2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no-service | 1 | a server of no known service:",
        "no-hexadecimal | 3 | not an address:",
        "no-port | 3 | no ':':",
        "port-too-large | 3 | a port beyond 65535:",
        "short-address | 3 | not an address:",
        "short-line | 3 | a number is missing:"
      })
  void aBadLineIsNamedAndTheOthersCount(String fault, int line, String words) {
    String path = Fixture.bad("ip_vs/" + fault);
    Section<List<IpVsBackend>> section = reader.section(path, Need.REQUIRED, IpVsTable::parse);
    SourceFailure flaw = section.failures().getFirst();
    assertEquals(List.of(path, line), List.of(flaw.path(), flaw.line()));
    assertEquals(words, flaw.text().substring(0, words.length()));
    assertEquals(List.of(FIRST), section.present().orElseThrow());
  }

  @Test
  void noFaultIsForgotten() {
    assertEquals(6, Fixture.faults("ip_vs").size());
    assertEquals(2, Fixture.faults("ip_vs_stats").size());
  }

  @Test
  void totalsThatAreCutShort() {
    Map<String, SourceFailure> failures =
        Map.of(
            "ip_vs_stats/head-only",
            failure("head-only", 2, "a head without numbers: \"   Conns  Packets  Packets\""),
            "ip_vs_stats/short-line",
            failure("short-line", 3, "a number is missing: \" 16AA370 E33656E5\""));
    failures.forEach(
        (file, failure) ->
            assertEquals(
                new Section.Failed<>(failure),
                reader.section(Fixture.bad(file), Need.REQUIRED, IpVsTotals::parse)));
  }

  private static SourceFailure failure(String fault, int line, String text) {
    return new SourceFailure(Kind.MALFORMED, Fixture.bad("ip_vs_stats/" + fault), line, text);
  }
}
