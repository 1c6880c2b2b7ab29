package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.KernelIdentity;
import dev.plimsoll.collectors.proc.OsRelease;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// What the node is.
final class NodeInfoMetrics {
  private static final Family KERNEL =
      Family.info(
          "plimsoll_node_kernel_info",
          "The kernel that runs, by its labels (/proc/sys/kernel).",
          "hostname",
          "release",
          "version",
          "machine",
          "boot_id");
  private static final Family OS =
      Family.info(
          "plimsoll_node_os_info",
          "The operating system, by its labels (/etc/os-release).",
          "id",
          "name",
          "pretty_name",
          "version_id");

  static final List<Family> FAMILIES = List.of(KERNEL, OS);

  private NodeInfoMetrics() {}

  static void write(KernelIdentity kernel, Sink sink) {
    sink.sample(
        KERNEL,
        Labels.of(
            "hostname", orEmpty(kernel.hostName()),
            "release", kernel.release(),
            "version", orEmpty(kernel.version()),
            "machine", orEmpty(kernel.machine()),
            "boot_id", orEmpty(kernel.bootId())),
        1);
  }

  static void write(OsRelease os, Sink sink) {
    sink.sample(
        OS,
        Labels.of(
            "id", orEmpty(os.value("ID")),
            "name", orEmpty(os.value("NAME")),
            "pretty_name", orEmpty(os.value("PRETTY_NAME")),
            "version_id", orEmpty(os.value("VERSION_ID"))),
        1);
  }

  /// An empty label is, to Prometheus, one that is not there.
  private static String orEmpty(Optional<String> text) {
    return text.orElse("");
  }
}
