package dev.plimsoll.collectors.net;

/// One real server behind a virtual one.
///
/// @param protocol `TCP`, `UDP`, `SCTP`, or `FWM` for a service that is known by a mark
/// @param localAddress of the service; empty for one known by a mark
/// @param localPort 0 for one known by a mark
/// @param mark of the firewall, eight hexadecimal digits; empty where the service has an address
/// @param weight share of new connections; 0 for none
/// @param active connections that are established
/// @param inactive connections in any other state
public record IpVsBackend(
    String protocol,
    String localAddress,
    int localPort,
    String mark,
    String remoteAddress,
    int remotePort,
    long weight,
    long active,
    long inactive) {}
