package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.IoStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;

/// What a container read from and wrote to disks.
final class ContainerIoMetrics {
  private static final Family READ_BYTES =
      Family.counter(
          "plimsoll_container_io_read_bytes_total",
          "Bytes that the container read from the disk; what the page cache had is not among them"
              + " (io.stat, blkio.throttle.io_service_bytes_recursive).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "device");
  private static final Family WRITTEN_BYTES =
      Family.counter(
          "plimsoll_container_io_written_bytes_total",
          "Bytes of the container that went to the disk, also long after it wrote them (io.stat,"
              + " blkio.throttle.io_service_bytes_recursive).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "device");
  private static final Family READS =
      Family.counter(
          "plimsoll_container_io_reads_total",
          "Read operations of the container on the disk (io.stat,"
              + " blkio.throttle.io_serviced_recursive).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "device");
  private static final Family WRITES =
      Family.counter(
          "plimsoll_container_io_writes_total",
          "Write operations of the container on the disk (io.stat,"
              + " blkio.throttle.io_serviced_recursive).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "device");

  static final List<Family> FAMILIES = List.of(READ_BYTES, WRITTEN_BYTES, READS, WRITES);

  private ContainerIoMetrics() {}

  /// @param names of disks by their numbers, `254:0`
  static void write(IoStat io, Map<String, String> names, Labels labels, Sink sink) {
    for (IoStat.Device device : io.devices()) {
      String name = names.getOrDefault(device.device(), device.device());
      write(device, labels.add("device", name), sink);
    }
  }

  private static void write(IoStat.Device device, Labels labels, Sink sink) {
    sink.sample(READ_BYTES, labels, device.readBytes());
    sink.sample(WRITTEN_BYTES, labels, device.writtenBytes());
    sink.sample(READS, labels, device.reads());
    sink.sample(WRITES, labels, device.writes());
  }
}
