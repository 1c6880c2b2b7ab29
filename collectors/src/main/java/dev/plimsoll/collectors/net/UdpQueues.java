package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/1/net/udp` and `udp6`: bytes that wait in all UDP sockets, from lines such as ` 338:
/// 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 …` (`net/ipv4/udp.c`).
///
/// @param sendBytes bytes that wait to be sent
/// @param receiveBytes bytes that wait to be read
public record UdpQueues(long sendBytes, long receiveBytes) {
  private static final int BEFORE_QUEUES = 4;

  /// Reads the sockets of IPv4.
  public static Section<UdpQueues> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/udp"), Need.OPTIONAL, UdpQueues::parse);
  }

  /// Reads the sockets of IPv6. Absent where the kernel has none.
  public static Section<UdpQueues> read6(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/udp6"), Need.OPTIONAL, UdpQueues::parse);
  }

  static UdpQueues parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    long send = 0;
    long receive = 0;
    for (UdpQueues socket : text.lines(UdpQueues::socket)) {
      send += socket.sendBytes;
      receive += socket.receiveBytes;
    }
    return new UdpQueues(send, receive);
  }

  private static UdpQueues socket(KernelText line) throws MalformedSourceException {
    line.skipFields(BEFORE_QUEUES);
    long send = line.hexadecimal();
    if (!line.take(":")) throw line.malformed("no ':' between the queues");
    return new UdpQueues(send, line.hexadecimal());
  }
}
