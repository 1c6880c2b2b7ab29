package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// `/proc/1/net/arp`: the neighbours known by IPv4, for example `192.0.2.1 0x1 0x2
/// 02:00:00:00:00:05 * eth0` (`net/ipv4/arp.c`).
///
/// @param entries neighbours of each interface that has any, those without an answer included
public record ArpTable(SequencedMap<String, Long> entries) {
  private static final int BEFORE_DEVICE = 5;

  public ArpTable {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  /// Reads the file.
  public static Section<ArpTable> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/arp"), Need.OPTIONAL, ArpTable::parse);
  }

  static ArpTable parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    SequencedMap<String, Long> entries = new LinkedHashMap<>();
    for (String device : text.lines(ArpTable::device)) entries.merge(device, 1L, Long::sum);
    return new ArpTable(entries);
  }

  private static String device(KernelText line) throws MalformedSourceException {
    line.skipFields(BEFORE_DEVICE);
    return line.word();
  }
}
