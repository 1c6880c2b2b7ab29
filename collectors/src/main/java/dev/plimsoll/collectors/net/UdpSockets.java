package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What waits in the UDP sockets of both versions of IP. A version is empty where the kernel does
/// not offer it, or where its file could not be read and a flaw tells why.
public record UdpSockets(Optional<UdpQueues> v4, Optional<UdpQueues> v6) {

  /// Reads both files. Absent where there is neither.
  public static Section<UdpSockets> read(KernelReader reader, Roots roots) {
    return join(UdpQueues.read(reader, roots), UdpQueues.read6(reader, roots));
  }

  private static Section<UdpSockets> join(Section<UdpQueues> v4, Section<UdpQueues> v6) {
    UdpSockets both = new UdpSockets(v4.present(), v6.present());
    List<SourceFailure> flaws =
        Stream.of(v4, v6).flatMap(part -> part.failures().stream()).toList();
    if (both.v4.isPresent() || both.v6.isPresent()) return new Section.Present<>(both, flaws);
    return flaws.isEmpty() ? v4.map(_ -> both) : new Section.Failed<>(flaws.getFirst());
  }
}
