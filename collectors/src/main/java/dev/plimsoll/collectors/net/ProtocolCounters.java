package dev.plimsoll.collectors.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// Numbers of network protocols under the kernel's own names, `Tcp` and `RetransSegs`. Which there
/// are depends on the kernel, so all are kept.
///
/// @param protocols by the protocol's name, then by the number's, in the kernel's order
public record ProtocolCounters(SequencedMap<String, SequencedMap<String, Long>> protocols) {
  public ProtocolCounters {
    SequencedMap<String, SequencedMap<String, Long>> copy = new LinkedHashMap<>();
    protocols.forEach(
        (protocol, numbers) ->
            copy.put(protocol, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers))));
    protocols = Collections.unmodifiableSequencedMap(copy);
  }

  /// One number; empty where this kernel does not have it.
  public OptionalLong value(String protocol, String name) {
    Map<String, Long> numbers = protocols.get(protocol);
    Long value = numbers == null ? null : numbers.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
