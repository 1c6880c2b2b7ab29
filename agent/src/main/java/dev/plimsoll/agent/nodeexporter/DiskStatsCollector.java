package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.DiskStats;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `diskstats`: what disks have done.
final class DiskStatsCollector implements NodeCollector {
  private static final double MILLIS = 1e3;

  private final NameFilter devices;

  DiskStatsCollector(NameFilter devices) {
    this.devices = devices;
  }

  @Override
  public Source source() {
    return Source.DISKSTATS;
  }

  @Override
  public List<Family> families() {
    return Stream.concat(DiskStatsFamilies.ALL.stream(), DiskInfo.FAMILIES.stream()).toList();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().diskStats());
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.devices().blockDevices());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().diskStats()).ifPresent(stats -> write(stats, sink));
    NodeCollector.value(node.devices().blockDevices())
        .ifPresent(disks -> DiskInfo.write(disks, devices, sink));
  }

  private void write(DiskStats stats, Sink sink) {
    for (DiskStats.Disk disk : stats.disks()) {
      if (devices.wants(disk.name())) write(disk, Labels.of("device", disk.name()), sink);
    }
  }

  private static void write(DiskStats.Disk disk, Labels device, Sink sink) {
    sink.sample(DiskStatsFamilies.IN_FLIGHT, device, disk.inFlight());
    sink.sample(DiskStatsFamilies.BUSY, device, disk.busyMillis() / MILLIS);
    sink.sample(DiskStatsFamilies.WEIGHTED, device, disk.weightedMillis() / MILLIS);
    writeReads(disk.reads(), device, sink);
    writeWrites(disk.writes(), device, sink);
    disk.discards().ifPresent(discards -> writeDiscards(discards, device, sink));
    disk.flushes().ifPresent(flushes -> writeFlushes(flushes, device, sink));
  }

  private static void writeReads(DiskStats.Transfers reads, Labels device, Sink sink) {
    sink.sample(DiskStatsFamilies.READS, device, reads.completed());
    sink.sample(DiskStatsFamilies.READS_MERGED, device, reads.merged());
    sink.sample(DiskStatsFamilies.READ_BYTES, device, reads.bytes());
    sink.sample(DiskStatsFamilies.READ_SECONDS, device, reads.millis() / MILLIS);
  }

  private static void writeWrites(DiskStats.Transfers writes, Labels device, Sink sink) {
    sink.sample(DiskStatsFamilies.WRITES, device, writes.completed());
    sink.sample(DiskStatsFamilies.WRITES_MERGED, device, writes.merged());
    sink.sample(DiskStatsFamilies.WRITTEN_BYTES, device, writes.bytes());
    sink.sample(DiskStatsFamilies.WRITE_SECONDS, device, writes.millis() / MILLIS);
  }

  private static void writeDiscards(DiskStats.Transfers discards, Labels device, Sink sink) {
    sink.sample(DiskStatsFamilies.DISCARDS, device, discards.completed());
    sink.sample(DiskStatsFamilies.DISCARDS_MERGED, device, discards.merged());
    sink.sample(DiskStatsFamilies.DISCARDED, device, discards.sectors());
    sink.sample(DiskStatsFamilies.DISCARD_SECONDS, device, discards.millis() / MILLIS);
  }

  private static void writeFlushes(DiskStats.Flushes flushes, Labels device, Sink sink) {
    sink.sample(DiskStatsFamilies.FLUSHES, device, flushes.completed());
    sink.sample(DiskStatsFamilies.FLUSH_SECONDS, device, flushes.millis() / MILLIS);
  }
}
