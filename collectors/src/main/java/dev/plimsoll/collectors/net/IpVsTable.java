package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.List;

/// `/proc/1/net/ip_vs`: a line for each service, and below it one for each server behind it.
///
/// ```
/// TCP  0A600001:01BB rr
///   -> 0A0AF10D:192B      Masq    1      12         3
/// ```
final class IpVsTable {
  /// Servers that are told. Each takes some 300 bytes for as long as the table stands.
  static final int MOST = 10_000;

  private static final Service UNKNOWN = new Service("", new SocketAddressText("", 0), "");

  private Service service = UNKNOWN;

  private IpVsTable() {}

  /// @param mark of a service that has no address
  private record Service(String protocol, SocketAddressText address, String mark) {}

  static List<IpVsBackend> parse(KernelText text) {
    IpVsTable table = new IpVsTable();
    List<IpVsBackend> backends = new ArrayList<>();
    while (text.nextLine()) {
      if (backends.size() == MOST) {
        text.flaw(text.malformed("what is beyond " + MOST + " servers is left out"));
        break;
      }
      try {
        table.line(text, backends);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return List.copyOf(backends);
  }

  private void line(KernelText line, List<IpVsBackend> backends) throws MalformedSourceException {
    if (line.take("->")) {
      if (!line.take("RemoteAddress")) backend(line, backends);
    } else if (line.hasField() && !line.take("IP Virtual Server") && !line.take("Prot ")) {
      service = UNKNOWN;
      service = service(line);
    }
  }

  private static Service service(KernelText line) throws MalformedSourceException {
    String protocol = line.word();
    if (protocol.equals("FWM")) return new Service(protocol, UNKNOWN.address, line.word());
    return new Service(protocol, SocketAddressText.parse(line), "");
  }

  private void backend(KernelText line, List<IpVsBackend> backends)
      throws MalformedSourceException {
    if (service.equals(UNKNOWN)) throw line.malformed("a server of no known service");
    line.hasField();
    SocketAddressText remote = SocketAddressText.parse(line);
    line.skipField();
    backends.add(
        new IpVsBackend(
            service.protocol,
            service.address.address(),
            service.address.port(),
            service.mark,
            remote.address(),
            remote.port(),
            line.unsigned(),
            line.unsigned(),
            line.unsigned()));
  }
}
