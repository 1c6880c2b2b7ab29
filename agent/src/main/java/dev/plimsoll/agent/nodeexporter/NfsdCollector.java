package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;

/// `nfsd`: what the NFS server does.
final class NfsdCollector implements NodeCollector {
  private static final String FILE = " (/proc/1/net/rpc/nfsd).";

  private static final Family HITS =
      counter("reply_cache_hits", "Calls that were answered from the cache of replies");
  private static final Family MISSES =
      counter("reply_cache_misses", "Calls whose reply was kept in the cache");
  private static final Family NO_CACHE =
      counter("reply_cache_nocache", "Calls whose reply need not be kept");
  private static final Family STALE =
      counter("file_handles_stale", "Calls for files that are gone");
  private static final Family READ = counter("disk_bytes_read", "Bytes that were read");
  private static final Family WRITTEN = counter("disk_bytes_written", "Bytes that were written");
  private static final Family THREADS =
      Family.gauge("node_nfsd_server_threads", "Threads of the server" + FILE);
  private static final Family CACHE =
      Family.gauge(
          "node_nfsd_read_ahead_cache_size_blocks",
          "Entries of the cache for reading ahead, 0 where the kernel has none" + FILE);
  private static final Family NOT_FOUND =
      counter("read_ahead_cache_not_found", "Times that the cache for reading ahead had nothing");
  private static final Family PACKETS = counter("packets", "Packets by protocol", "proto");
  private static final Family CONNECTIONS = counter("connections", "Connections by TCP");
  private static final Family ERRORS = counter("rpc_errors", "Calls that were refused", "error");
  private static final Family CALLS = counter("server_rpcs", "Calls");
  private static final Family REQUESTS =
      counter("requests", "Calls by procedure", "proto", "method");

  private static Family counter(String name, String what, String... labels) {
    return Family.counter("node_nfsd_" + name + "_total", what + FILE, labels);
  }

  @Override
  public Source source() {
    return Source.NFSD;
  }

  @Override
  public List<Family> families() {
    List<Family> all = new ArrayList<>(List.of(HITS, MISSES, NO_CACHE, STALE, READ, WRITTEN));
    all.addAll(List.of(THREADS, CACHE, NOT_FOUND, PACKETS, CONNECTIONS, ERRORS, CALLS, REQUESTS));
    return List.copyOf(all);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().nfsServer());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().nfsServer())
        .ifPresent(
            server -> {
              NfsCounters counters = new NfsCounters(server.counters(), sink);
              writeServer(counters);
              writeCalls(counters);
            });
  }

  private static void writeServer(NfsCounters counters) {
    counters.write(HITS, "rc", 0);
    counters.write(MISSES, "rc", 1);
    counters.write(NO_CACHE, "rc", 2);
    counters.write(STALE, "fh", 0);
    counters.write(READ, "io", 0);
    counters.write(WRITTEN, "io", 1);
    counters.write(THREADS, "th", 0);
    counters.write(CACHE, "ra", 0);
    counters.write(NOT_FOUND, "ra", 11);
    counters.write(PACKETS, Labels.of("proto", "udp"), "net", 1);
    counters.write(PACKETS, Labels.of("proto", "tcp"), "net", 2);
    counters.write(CONNECTIONS, "net", 3);
  }

  private static void writeCalls(NfsCounters counters) {
    counters.write(CALLS, "rpc", 0);
    counters.write(ERRORS, Labels.of("error", "fmt"), "rpc", 2);
    counters.write(ERRORS, Labels.of("error", "auth"), "rpc", 3);
    counters.write(ERRORS, Labels.of("error", "cInt"), "rpc", 4);
    counters.procedures(REQUESTS, "2", "proc2", withoutNull(NfsProcedures.VERSION_2));
    counters.procedures(REQUESTS, "3", "proc3", withoutNull(NfsProcedures.VERSION_3));
    counters.procedures(REQUESTS, "4", "proc4ops", NfsProcedures.SERVER_4);
    Labels delegated = Labels.of("method", "WdelegGetattr", "proto", "4");
    counters.write(REQUESTS, delegated, "wdeleg_getattr", 0);
  }

  private static List<String> withoutNull(List<String> names) {
    List<String> shown = new ArrayList<>(names);
    shown.set(0, "");
    return shown;
  }
}
