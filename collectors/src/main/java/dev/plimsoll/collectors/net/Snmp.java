package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/1/net/snmp`: IPv4 and what is above it, as the SNMP standards count (RFC 1213), for
/// example `Tcp: RtoAlgorithm RtoMin …` and `Tcp: 1 200 …` (`net/ipv4/proc.c`).
public final class Snmp {
  private Snmp() {}

  /// Reads the file.
  public static Section<ProtocolCounters> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/snmp"), Need.REQUIRED, ProtocolLines::parse);
  }
}
