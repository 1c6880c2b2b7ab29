package dev.plimsoll.collectors.mount;

import java.util.List;

/// The file systems of a node, in the order of the mount table.
///
/// @param further others that somebody asked for, which `df` does not show
/// @param view whose mounts these are
public record Filesystems(List<Filesystem> all, List<Filesystem> further, View view) {
  public Filesystems {
    all = List.copyOf(all);
    further = List.copyOf(further);
  }

  /// Whose mounts are seen.
  public enum View {
    /// The node's.
    NODE,
    /// Those of the container that the reader is in: its `/` is not the node's.
    OWN_CONTAINER
  }
}
