package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.IoStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a control group read from and wrote to disks.
final class GroupIoFamilies {
  private final Family readBytes;
  private final Family writtenBytes;
  private final Family reads;
  private final Family writes;

  /// @param prefix of all names, `plimsoll_pod_`
  /// @param of whose the group is, for a reader: `pod`
  /// @param labels that every series carries beside the device
  GroupIoFamilies(String prefix, String of, String... labels) {
    String[] all = Stream.concat(Stream.of(labels), Stream.of("device")).toArray(String[]::new);
    readBytes =
        Family.counter(
            prefix + "io_read_bytes_total",
            "Bytes that the "
                + of
                + " read from the disk; what the page cache had is not among them (io.stat,"
                + " blkio.throttle.io_service_bytes_recursive).",
            all);
    writtenBytes =
        Family.counter(
            prefix + "io_written_bytes_total",
            "Bytes of the "
                + of
                + " that went to the disk, also long after it wrote them (io.stat,"
                + " blkio.throttle.io_service_bytes_recursive).",
            all);
    reads =
        Family.counter(
            prefix + "io_reads_total",
            "Read operations of the "
                + of
                + " on the disk (io.stat, blkio.throttle.io_serviced_recursive).",
            all);
    writes =
        Family.counter(
            prefix + "io_writes_total",
            "Write operations of the "
                + of
                + " on the disk (io.stat, blkio.throttle.io_serviced_recursive).",
            all);
  }

  List<Family> all() {
    return List.of(readBytes, writtenBytes, reads, writes);
  }

  /// @param names of disks by their numbers, `254:0`
  void write(IoStat io, Map<String, String> names, Labels labels, Sink sink) {
    for (IoStat.Device device : io.devices()) {
      String name = names.getOrDefault(device.device(), device.device());
      write(device, labels.add("device", name), sink);
    }
  }

  private void write(IoStat.Device device, Labels labels, Sink sink) {
    sink.sample(readBytes, labels, device.readBytes());
    sink.sample(writtenBytes, labels, device.writtenBytes());
    sink.sample(reads, labels, device.reads());
    sink.sample(writes, labels, device.writes());
  }
}
