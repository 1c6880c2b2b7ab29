package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.storage.MdArray;
import dev.plimsoll.collectors.storage.MdArray.Mark;
import dev.plimsoll.collectors.storage.MdSync;
import dev.plimsoll.collectors.storage.MdSync.Progress;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// `mdadm`: arrays of software RAID. Where the size of one is not known, it has no series of it.
final class MdadmCollector implements NodeCollector {
  private static final Family BLOCKS =
      gauge("blocks", "Size of an array in KiB (/proc/mdstat).", "device");
  private static final Family SYNCED =
      gauge("blocks_synced", "KiB of each disk that are in order (/proc/mdstat).", "device");
  private static final Family DISKS =
      gauge("disks", "Disks of an array by their state (/proc/mdstat).", "device", "state");
  private static final Family REQUIRED =
      gauge("disks_required", "Disks of an array that is whole (/proc/mdstat).", "device");
  private static final Family STATE =
      gauge("state", "1 for what an array does, 0 else (/proc/mdstat).", "device", "state");

  /// The states that node_exporter knows; an array that changes its shape is active there.
  private static final List<String> STATES =
      List.of("active", "check", "inactive", "recovering", "resync");

  private static Family gauge(String name, String help, String... labels) {
    return Family.gauge("node_md_" + name, help, labels);
  }

  @Override
  public Source source() {
    return Source.MDADM;
  }

  @Override
  public List<Family> families() {
    return List.of(BLOCKS, SYNCED, DISKS, REQUIRED, STATE);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().mdArrays());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().mdArrays())
        .ifPresent(arrays -> arrays.arrays().forEach(array -> write(array, sink)));
  }

  private static void write(MdArray array, Sink sink) {
    Labels device = Labels.of("device", array.name());
    array.blocks().ifPresent(blocks -> writeBlocks(array, blocks, device, sink));
    array.working().ifPresent(disks -> sink.sample(DISKS, device.add("state", "active"), disks));
    sink.sample(DISKS, device.add("state", "failed"), array.count(Mark.FAILED));
    sink.sample(DISKS, device.add("state", "spare"), array.count(Mark.SPARE));
    array.required().ifPresent(disks -> sink.sample(REQUIRED, device, disks));
    String state = state(array);
    for (String one : STATES) {
      sink.sample(STATE, device.add("state", one), one.equals(state) ? 1 : 0);
    }
  }

  private static void writeBlocks(MdArray array, long blocks, Labels device, Sink sink) {
    sink.sample(BLOCKS, device, blocks);
    sink.sample(SYNCED, device, array.sync().map(sync -> synced(sync, blocks)).orElse(blocks));
  }

  private static long synced(MdSync sync, long blocks) {
    return switch (sync.kind()) {
      case RECOVERY, RESYNC, CHECK -> sync.progress().map(Progress::done).orElse(0L);
      case RESHAPE -> blocks;
    };
  }

  private static String state(MdArray array) {
    Optional<MdSync> sync = array.sync();
    if (sync.isEmpty()) return array.active() ? "active" : "inactive";
    return switch (sync.get().kind()) {
      case RECOVERY -> "recovering";
      case RESYNC -> "resync";
      case CHECK -> "check";
      case RESHAPE -> "active";
    };
  }
}
