package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cgroup.IoStat;
import dev.plimsoll.collectors.proc.DiskStats;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What groups read from and wrote to disks. Of the root these are the disks' own counts.
final class CadvisorIo {
  private static final double MILLIS_PER_SECOND = 1e3;

  private static final Family READ_BYTES =
      CadvisorFamilies.counter(
          "fs_reads_bytes_total",
          "Bytes read from the disk (io.stat, blkio.throttle, /proc/diskstats).",
          "device");
  private static final Family WRITTEN_BYTES =
      CadvisorFamilies.counter(
          "fs_writes_bytes_total",
          "Bytes written to the disk (io.stat, blkio.throttle, /proc/diskstats).",
          "device");
  private static final Family READS =
      CadvisorFamilies.counter(
          "fs_reads_total",
          "Read operations on the disk (io.stat, blkio.throttle, /proc/diskstats).",
          "device");
  private static final Family WRITES =
      CadvisorFamilies.counter(
          "fs_writes_total",
          "Write operations on the disk (io.stat, blkio.throttle, /proc/diskstats).",
          "device");
  private static final Family READS_MERGED =
      disk("fs_reads_merged_total", "Read operations merged with a neighbour");
  private static final Family WRITES_MERGED =
      disk("fs_writes_merged_total", "Write operations merged with a neighbour");
  private static final Family SECTORS_READ =
      disk("fs_sector_reads_total", "Units of 512 bytes read");
  private static final Family SECTORS_WRITTEN =
      disk("fs_sector_writes_total", "Units of 512 bytes written");
  private static final Family READ_SECONDS =
      disk("fs_read_seconds_total", "Seconds that reads took, summed");
  private static final Family WRITE_SECONDS =
      disk("fs_write_seconds_total", "Seconds that writes took, summed");
  private static final Family BUSY =
      disk("fs_io_time_seconds_total", "Seconds with an operation under way");
  private static final Family WEIGHTED =
      disk("fs_io_time_weighted_seconds_total", "Seconds that operations were under way, summed");
  private static final Family NOW =
      CadvisorFamilies.gauge(
          "fs_io_current", "Operations under way on the disk (/proc/diskstats).", "device");
  private static final Family USAGE =
      CadvisorFamilies.counter(
          "blkio_device_usage_total",
          "Bytes moved from or to the disk by direction (io.stat, blkio.throttle).",
          "device",
          "major",
          "minor",
          "operation");

  static final List<Family> FAMILIES =
      List.of(
          READ_BYTES,
          WRITTEN_BYTES,
          READS,
          WRITES,
          READS_MERGED,
          WRITES_MERGED,
          SECTORS_READ,
          SECTORS_WRITTEN,
          READ_SECONDS,
          WRITE_SECONDS,
          BUSY,
          WEIGHTED,
          NOW,
          USAGE);

  private final List<DiskStats.Disk> disks;
  private final Map<String, DiskStats.Disk> byNumbers = new HashMap<>();

  CadvisorIo(Optional<DiskStats> stats) {
    disks = stats.map(DiskStats::disks).orElse(List.of());
    for (DiskStats.Disk disk : disks) byNumbers.put(disk.major() + ":" + disk.minor(), disk);
  }

  private static Family disk(String name, String words) {
    return CadvisorFamilies.counter(name, words + " on the disk (/proc/diskstats).", "device");
  }

  void write(CadvisorRow row, Sink sink) {
    if (row.kind() == CadvisorRow.Kind.ROOT) writeRoot(row.labels(), sink);
    else row.group().io().present().ifPresent(io -> write(io, row.labels(), sink));
  }

  private void write(IoStat io, Labels labels, Sink sink) {
    for (IoStat.Device device : io.devices()) {
      DiskStats.Disk disk = byNumbers.get(device.device());
      if (disk != null) write(device, disk, labels.add("device", "/dev/" + disk.name()), sink);
    }
  }

  private static void write(IoStat.Device device, DiskStats.Disk disk, Labels labels, Sink sink) {
    sink.sample(READ_BYTES, labels, device.readBytes());
    sink.sample(WRITTEN_BYTES, labels, device.writtenBytes());
    sink.sample(READS, labels, device.reads());
    sink.sample(WRITES, labels, device.writes());
    Labels numbers = labels.add("major", "" + disk.major()).add("minor", "" + disk.minor());
    sink.sample(USAGE, numbers.add("operation", "Read"), device.readBytes());
    sink.sample(USAGE, numbers.add("operation", "Write"), device.writtenBytes());
  }

  private void writeRoot(Labels root, Sink sink) {
    for (DiskStats.Disk disk : disks) {
      if (disk.reads().completed() == 0 && disk.writes().completed() == 0) continue;
      Labels labels = root.add("device", "/dev/" + disk.name());
      write(disk.reads(), labels, READ_BYTES, READS, READS_MERGED, SECTORS_READ, sink);
      write(disk.writes(), labels, WRITTEN_BYTES, WRITES, WRITES_MERGED, SECTORS_WRITTEN, sink);
      sink.sample(READ_SECONDS, labels, disk.reads().millis() / MILLIS_PER_SECOND);
      sink.sample(WRITE_SECONDS, labels, disk.writes().millis() / MILLIS_PER_SECOND);
      sink.sample(BUSY, labels, disk.busyMillis() / MILLIS_PER_SECOND);
      sink.sample(WEIGHTED, labels, disk.weightedMillis() / MILLIS_PER_SECOND);
      sink.sample(NOW, labels, disk.inFlight());
    }
  }

  private static void write(
      DiskStats.Transfers transfers,
      Labels labels,
      Family bytes,
      Family operations,
      Family merged,
      Family sectors,
      Sink sink) {
    sink.sample(bytes, labels, transfers.bytes());
    sink.sample(operations, labels, transfers.completed());
    sink.sample(merged, labels, transfers.merged());
    sink.sample(sectors, labels, transfers.sectors());
  }
}
