package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// `/proc/1/net/sockstat` and `sockstat6`: sockets by protocol, for example `TCP: inuse 1 orphan 0
/// tw 6 alloc 6 mem 0` (`net/ipv4/proc.c`, `net/ipv6/proc.c`). `mem` is in pages; `sockets: used`,
/// `orphan`, `alloc` and `mem` are of the whole system, the rest of the network namespace.
public final class SockStat {
  private SockStat() {}

  /// Reads the file of IPv4 and of what has no version.
  public static Section<ProtocolCounters> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/sockstat"), Need.REQUIRED, SockStat::parse);
  }

  /// Reads the file of IPv6. Absent where the kernel has none.
  public static Section<ProtocolCounters> read6(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/sockstat6"), Need.OPTIONAL, SockStat::parse);
  }

  static ProtocolCounters parse(KernelText text) throws MalformedSourceException {
    SequencedMap<String, SequencedMap<String, Long>> protocols = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        protocols.put(text.until(':'), numbers(text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (protocols.isEmpty()) throw text.malformed("no protocol");
    return new ProtocolCounters(protocols);
  }

  private static SequencedMap<String, Long> numbers(KernelText line)
      throws MalformedSourceException {
    SequencedMap<String, Long> numbers = new LinkedHashMap<>();
    while (line.hasField()) numbers.put(line.word(), line.unsigned());
    return numbers;
  }
}
