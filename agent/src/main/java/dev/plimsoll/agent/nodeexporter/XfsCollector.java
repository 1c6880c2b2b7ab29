package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.NumberLines;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;

/// `xfs`: what XFS counts for each of its file systems. A node without one has no series, which is
/// no failure.
final class XfsCollector implements NodeCollector {

  /// What stands where in a line of the file, and its name.
  private record Place(String line, int index, Family family) {}

  private static final List<Place> PLACES = places();

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    add(
        places,
        "extent_alloc",
        "extent_allocation_",
        "extents_allocated",
        "blocks_allocated",
        "extents_freed",
        "blocks_freed");
    add(
        places,
        "abt",
        "allocation_btree_",
        "lookups",
        "compares",
        "records_inserted",
        "records_deleted");
    add(
        places,
        "blk_map",
        "block_mapping_",
        "reads",
        "writes",
        "unmaps",
        "extent_list_insertions",
        "extent_list_deletions",
        "extent_list_lookups",
        "extent_list_compares");
    add(
        places,
        "bmbt",
        "block_map_btree_",
        "lookups",
        "compares",
        "records_inserted",
        "records_deleted");
    add(places, "dir", "directory_operation_", "lookup", "create", "remove", "getdents");
    add(
        places,
        "ig",
        "inode_operation_",
        "attempts",
        "found",
        "recycled",
        "missed",
        "duplicates",
        "reclaims",
        "attribute_changes");
    add(places, "rw", "", "write_calls", "read_calls");
    add(
        places,
        "vnodes",
        "vnode_",
        "active",
        "allocate",
        "get",
        "hold",
        "release",
        "reclaim",
        "remove");
    return List.copyOf(places);
  }

  private static void add(List<Place> places, String line, String prefix, String... names) {
    for (int index = 0; index < names.length; index++) {
      String name = "node_xfs_" + prefix + names[index] + "_total";
      String words = (prefix + names[index]).replace('_', ' ');
      String help =
          "XFS: "
              + words
              + ", number "
              + (index + 1)
              + " of line "
              + line
              + " (/sys/fs/xfs/*/stats/stats).";
      places.add(new Place(line, index, Family.counter(name, help, "device")));
    }
  }

  @Override
  public Source source() {
    return Source.XFS;
  }

  @Override
  public List<Family> families() {
    return PLACES.stream().map(Place::family).toList();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of();
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.counters().subsystems().xfs());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().xfs())
        .ifPresent(xfs -> xfs.filesystems().forEach((device, lines) -> write(device, lines, sink)));
  }

  private static void write(String device, NumberLines lines, Sink sink) {
    Labels labels = Labels.of("device", device);
    for (Place place : PLACES) {
      lines
          .value(place.line, place.index)
          .ifPresent(number -> sink.sample(place.family, labels, number));
    }
  }
}
