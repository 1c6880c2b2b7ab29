package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The form that `snmp` and `netstat` share: a line of names, then a line of their numbers, both
/// behind the name of the protocol (`net/ipv4/proc.c`).
final class ProtocolLines {
  private ProtocolLines() {}

  static ProtocolCounters parse(KernelText text) throws MalformedSourceException {
    SequencedMap<String, SequencedMap<String, Long>> protocols = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        String protocol = text.until(':');
        List<String> names = names(text);
        if (!text.nextLine()) throw text.malformed("names without numbers");
        protocols.put(protocol, numbers(protocol, names, text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (protocols.isEmpty()) throw text.malformed("no protocol");
    return new ProtocolCounters(protocols);
  }

  private static List<String> names(KernelText line) throws MalformedSourceException {
    List<String> names = new ArrayList<>();
    while (line.hasField()) names.add(line.word());
    return names;
  }

  private static SequencedMap<String, Long> numbers(
      String protocol, List<String> names, KernelText line) throws MalformedSourceException {
    if (!line.take(protocol + ':')) throw line.malformed("numbers of another protocol");
    SequencedMap<String, Long> numbers = new LinkedHashMap<>();
    for (String name : names) numbers.put(name, line.signed());
    if (line.hasField()) throw line.malformed("more numbers than names");
    return numbers;
  }
}
