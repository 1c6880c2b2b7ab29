package dev.plimsoll.agent.reading;

import dev.plimsoll.collectors.NodeSnapshot;

/// Is told every new snapshot, on the thread that reads, before anyone is shown it: for what must
/// see each of them to count what changed.
@FunctionalInterface
public interface SnapshotListener {
  /// @param last the snapshot before; the same as `next` the first time
  void snapshot(NodeSnapshot last, NodeSnapshot next);
}
