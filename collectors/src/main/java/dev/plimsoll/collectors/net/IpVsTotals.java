package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// The third line of `/proc/1/net/ip_vs_stats`, in hexadecimal: what all services together have
/// seen since IPVS was loaded, ` 16AA370 E33656E5 1FA2C3D 51D8C8883AB3 7A1B2C3D4E5`.
public record IpVsTotals(
    long connections, long packetsIn, long packetsOut, long bytesIn, long bytesOut) {

  static IpVsTotals parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    boolean head = text.nextLine();
    if (!head || !text.nextLine()) throw text.malformed("a head without numbers");
    return new IpVsTotals(
        text.hexadecimal(),
        text.hexadecimal(),
        text.hexadecimal(),
        text.hexadecimal(),
        text.hexadecimal());
  }
}
