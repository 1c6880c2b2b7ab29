package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// `/proc/1/net/snmp6`: IPv6 and what is above it, for example `Ip6InReceives 1091`
/// (`net/ipv6/proc.c`). A protocol's name ends in 6.
public final class Snmp6 {
  private Snmp6() {}

  /// Reads the file. Absent where the kernel has no IPv6.
  public static Section<ProtocolCounters> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/snmp6"), Need.OPTIONAL, Snmp6::parse);
  }

  static ProtocolCounters parse(KernelText text) throws MalformedSourceException {
    SequencedMap<String, SequencedMap<String, Long>> protocols = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        String protocol = text.until('6') + '6';
        String name = text.word();
        long number = text.signed();
        protocols.computeIfAbsent(protocol, _ -> new LinkedHashMap<>()).put(name, number);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (protocols.isEmpty()) throw text.malformed("no protocol");
    return new ProtocolCounters(protocols);
  }
}
