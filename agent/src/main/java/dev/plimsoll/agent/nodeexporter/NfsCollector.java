package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `nfs`: what the NFS client does.
final class NfsCollector implements NodeCollector {
  private static final Family PACKETS =
      counter("packets", "Packets of the client by protocol", "protocol");
  private static final Family CONNECTIONS = counter("connections", "Connections of the client");
  private static final Family CALLS = counter("rpcs", "Calls of the client");
  private static final Family AGAIN =
      counter("rpc_retransmissions", "Calls that the client sent again");
  private static final Family REFRESHES =
      counter("rpc_authentication_refreshes", "Credentials that the client renewed");
  private static final Family REQUESTS =
      counter("requests", "Calls of the client by procedure", "proto", "method");

  private static Family counter(String name, String what, String... labels) {
    return Family.counter("node_nfs_" + name + "_total", what + " (/proc/1/net/rpc/nfs).", labels);
  }

  @Override
  public Source source() {
    return Source.NFS;
  }

  @Override
  public List<Family> families() {
    return List.of(PACKETS, CONNECTIONS, CALLS, AGAIN, REFRESHES, REQUESTS);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().nfsClient());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().nfsClient())
        .ifPresent(client -> write(new NfsCounters(client.counters(), sink)));
  }

  private static void write(NfsCounters counters) {
    counters.write(PACKETS, Labels.of("protocol", "udp"), "net", 1);
    counters.write(PACKETS, Labels.of("protocol", "tcp"), "net", 2);
    counters.write(CONNECTIONS, "net", 3);
    counters.write(CALLS, "rpc", 0);
    counters.write(AGAIN, "rpc", 1);
    counters.write(REFRESHES, "rpc", 2);
    counters.procedures(REQUESTS, "2", "proc2", NfsProcedures.VERSION_2);
    counters.procedures(REQUESTS, "3", "proc3", NfsProcedures.VERSION_3);
    counters.procedures(REQUESTS, "4", "proc4", NfsProcedures.CLIENT_4);
  }
}
