package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import java.io.IOException;
import java.util.List;

/// Where `df` has file systems from.
public interface DfSource {
  /// What is mounted.
  List<Mount> mounts() throws IOException;

  /// The file systems of these mounts with their sizes.
  Filesystems read(MountFilter filter) throws IOException;
}
