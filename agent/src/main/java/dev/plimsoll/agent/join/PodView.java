package dev.plimsoll.agent.join;

import dev.plimsoll.agent.pod.PodDisks;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.NodeSnapshot;

/// The snapshot joined with what is known of pods. Immutable; views are made from it alone.
///
/// @param pods names containers
/// @param table what else is known of pods
/// @param disks what they take of disks
public record PodView(NodeSnapshot node, PodIndex pods, PodTable table, PodDisks disks) {

  /// Where nobody told what pods take of disks.
  public PodView(NodeSnapshot node, PodIndex pods, PodTable table) {
    this(node, pods, table, PodDisks.none());
  }

  /// Where nothing is known of pods but what the node itself tells.
  public PodView(NodeSnapshot node, PodIndex pods) {
    this(node, pods, PodTable.empty());
  }
}
