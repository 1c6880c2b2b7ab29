package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/1/net/netstat`: what Linux counts of TCP and IP beyond the standards, for example
/// `TcpExt: SyncookiesSent SyncookiesRecv …` and `TcpExt: 0 0 …` (`net/ipv4/proc.c`).
public final class Netstat {
  private Netstat() {}

  /// Reads the file.
  public static Section<ProtocolCounters> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/netstat"), Need.REQUIRED, ProtocolLines::parse);
  }
}
