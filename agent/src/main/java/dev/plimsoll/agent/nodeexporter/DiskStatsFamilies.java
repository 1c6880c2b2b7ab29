package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import java.util.List;

/// The families of `diskstats`.
final class DiskStatsFamilies {
  static final Family READS =
      Family.counter(
          "node_disk_reads_completed_total", "Reads that were done (/proc/diskstats).", "device");
  static final Family READS_MERGED =
      Family.counter(
          "node_disk_reads_merged_total",
          "Reads that were joined with a neighbour (/proc/diskstats).",
          "device");
  static final Family READ_BYTES =
      Family.counter("node_disk_read_bytes_total", "Bytes read (/proc/diskstats).", "device");
  static final Family READ_SECONDS =
      Family.counter(
          "node_disk_read_time_seconds_total",
          "Seconds that all reads took, summed up (/proc/diskstats).",
          "device");
  static final Family WRITES =
      Family.counter(
          "node_disk_writes_completed_total", "Writes that were done (/proc/diskstats).", "device");
  static final Family WRITES_MERGED =
      Family.counter(
          "node_disk_writes_merged_total",
          "Writes that were joined with a neighbour (/proc/diskstats).",
          "device");
  static final Family WRITTEN_BYTES =
      Family.counter("node_disk_written_bytes_total", "Bytes written (/proc/diskstats).", "device");
  static final Family WRITE_SECONDS =
      Family.counter(
          "node_disk_write_time_seconds_total",
          "Seconds that all writes took, summed up (/proc/diskstats).",
          "device");
  static final Family BUSY =
      Family.counter(
          "node_disk_io_time_seconds_total",
          "Seconds with at least one request under way (/proc/diskstats).",
          "device");
  static final Family WEIGHTED =
      Family.counter(
          "node_disk_io_time_weighted_seconds_total",
          "Seconds that requests were under way, summed up (/proc/diskstats).",
          "device");
  static final Family DISCARDS =
      Family.counter(
          "node_disk_discards_completed_total",
          "Discards that were done (/proc/diskstats).",
          "device");
  static final Family DISCARDS_MERGED =
      Family.counter(
          "node_disk_discards_merged_total",
          "Discards that were joined with a neighbour (/proc/diskstats).",
          "device");
  static final Family DISCARDED =
      Family.counter(
          "node_disk_discarded_sectors_total",
          "Sectors of 512 bytes that were discarded (/proc/diskstats).",
          "device");
  static final Family DISCARD_SECONDS =
      Family.counter(
          "node_disk_discard_time_seconds_total",
          "Seconds that all discards took, summed up (/proc/diskstats).",
          "device");
  static final Family FLUSHES =
      Family.counter(
          "node_disk_flush_requests_total",
          "Requests to write out the cache that were done (/proc/diskstats).",
          "device");
  static final Family FLUSH_SECONDS =
      Family.counter(
          "node_disk_flush_requests_time_seconds_total",
          "Seconds that these requests took, summed up (/proc/diskstats).",
          "device");
  static final Family IN_FLIGHT =
      Family.gauge("node_disk_io_now", "Requests under way now (/proc/diskstats).", "device");

  static final List<Family> ALL =
      List.of(
          IN_FLIGHT,
          READS,
          READS_MERGED,
          READ_BYTES,
          READ_SECONDS,
          WRITES,
          WRITES_MERGED,
          WRITTEN_BYTES,
          WRITE_SECONDS,
          BUSY,
          WEIGHTED,
          DISCARDS,
          DISCARDS_MERGED,
          DISCARDED,
          DISCARD_SECONDS,
          FLUSHES,
          FLUSH_SECONDS);

  private DiskStatsFamilies() {}
}
