package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.DiskStats;
import dev.plimsoll.collectors.proc.DiskStats.Disk;
import dev.plimsoll.collectors.proc.DiskStats.Flushes;
import dev.plimsoll.collectors.proc.DiskStats.Transfers;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.regex.Pattern;

/// What the disks do. Partitions are left out, since their disk has their requests too, and so are
/// loop, RAM and floppy disks.
final class DiskMetrics {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final Pattern LEFT_OUT =
      Pattern.compile("(z?ram|loop|fd)\\d+|(h|s|v|xv)d[a-z]+\\d+|(nvme\\d+n|mmcblk)\\d+p\\d+");

  private static final Family BYTES =
      Family.counter(
          "plimsoll_node_disk_bytes_total",
          "Bytes read from, written to or discarded on a disk (/proc/diskstats).",
          "device",
          "direction");
  private static final Family OPERATIONS =
      Family.counter(
          "plimsoll_node_disk_operations_total",
          "Requests that a disk has done (/proc/diskstats).",
          "device",
          "direction");
  private static final Family OPERATION_SECONDS =
      Family.counter(
          "plimsoll_node_disk_operation_seconds_total",
          "Seconds that a disk's requests took, from being queued to being done, added up"
              + " (/proc/diskstats).",
          "device",
          "direction");
  private static final Family BUSY =
      Family.counter(
          "plimsoll_node_disk_busy_seconds_total",
          "Seconds in which a disk had at least one request to do (/proc/diskstats).",
          "device");
  private static final Family QUEUE =
      Family.counter(
          "plimsoll_node_disk_queue_seconds_total",
          "Seconds of a disk times the requests it had to do; its rate is the mean length of the"
              + " queue (/proc/diskstats).",
          "device");
  private static final Family IN_FLIGHT =
      Family.gauge(
          "plimsoll_node_disk_requests_in_flight",
          "Requests that a disk has to do at this moment (/proc/diskstats).",
          "device");

  static final List<Family> FAMILIES =
      List.of(BYTES, OPERATIONS, OPERATION_SECONDS, BUSY, QUEUE, IN_FLIGHT);

  private DiskMetrics() {}

  static void write(DiskStats stats, Sink sink) {
    for (Disk disk : stats.disks()) {
      if (!LEFT_OUT.matcher(disk.name()).matches()) write(disk, sink);
    }
  }

  private static void write(Disk disk, Sink sink) {
    Labels device = Labels.of("device", disk.name());
    write(directed(disk, "read"), disk.reads(), sink);
    write(directed(disk, "write"), disk.writes(), sink);
    disk.discards().ifPresent(discards -> write(directed(disk, "discard"), discards, sink));
    disk.flushes().ifPresent(flushes -> write(directed(disk, "flush"), flushes, sink));
    sink.sample(BUSY, device, disk.busyMillis() / MILLIS_PER_SECOND);
    sink.sample(QUEUE, device, disk.weightedMillis() / MILLIS_PER_SECOND);
    sink.sample(IN_FLIGHT, device, disk.inFlight());
  }

  private static Labels directed(Disk disk, String direction) {
    return Labels.of("device", disk.name(), "direction", direction);
  }

  private static void write(Labels labels, Transfers transfers, Sink sink) {
    sink.sample(BYTES, labels, transfers.bytes());
    sink.sample(OPERATIONS, labels, transfers.completed());
    sink.sample(OPERATION_SECONDS, labels, transfers.millis() / MILLIS_PER_SECOND);
  }

  private static void write(Labels labels, Flushes flushes, Sink sink) {
    sink.sample(OPERATIONS, labels, flushes.completed());
    sink.sample(OPERATION_SECONDS, labels, flushes.millis() / MILLIS_PER_SECOND);
  }
}
