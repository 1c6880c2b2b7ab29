package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.net.Conntrack;
import dev.plimsoll.collectors.proc.FileHandles;
import java.util.List;

/// What the whole node has only so much of.
final class LimitMetrics {
  private static final Family FILES =
      Family.gauge(
          "plimsoll_node_open_files",
          "Files that are open on the whole system (/proc/sys/fs/file-nr).");
  private static final Family FILES_LIMIT =
      Family.gauge(
          "plimsoll_node_open_files_limit",
          "Files that may be open on the whole system (/proc/sys/fs/file-nr).");
  private static final Family CONNECTIONS =
      Family.gauge(
          "plimsoll_node_conntrack_entries",
          "Connections that the kernel follows; needs the host's network namespace"
              + " (/proc/sys/net/netfilter/nf_conntrack_count).");
  private static final Family CONNECTIONS_LIMIT =
      Family.gauge(
          "plimsoll_node_conntrack_entries_limit",
          "Connections that the kernel may follow; new ones beyond it are dropped"
              + " (/proc/sys/net/netfilter/nf_conntrack_max).");

  static final List<Family> FAMILIES = List.of(FILES, FILES_LIMIT, CONNECTIONS, CONNECTIONS_LIMIT);

  private LimitMetrics() {}

  static void write(FileHandles files, Sink sink) {
    sink.sample(FILES, files.allocated());
    sink.sample(FILES_LIMIT, files.maximum());
  }

  static void write(Conntrack connections, Sink sink) {
    sink.sample(CONNECTIONS, connections.entries());
    sink.sample(CONNECTIONS_LIMIT, connections.limit());
  }
}
