package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Fstab;
import dev.plimsoll.collectors.mount.Mount;
import java.util.Optional;

/// One line of `findmnt`.
///
/// @param branch the lines that lead to it in the tree; empty in a list
/// @param mount empty for a line of fstab
/// @param size empty where the file system was not asked, or did not answer
public record FoundMount(
    String branch,
    String target,
    String source,
    String type,
    String options,
    Optional<Mount> mount,
    Optional<StatVfs> size) {

  static FoundMount of(MountLine line, Optional<StatVfs> size) {
    Mount mount = line.mount();
    return new FoundMount(
        line.branch(),
        mount.point(),
        source(mount),
        mount.type(),
        mount.allOptions().toString(),
        Optional.of(mount),
        size);
  }

  /// A line of fstab.
  static FoundMount of(Fstab.Entry entry) {
    return new FoundMount(
        "",
        entry.target(),
        entry.source(),
        entry.type(),
        entry.options(),
        Optional.empty(),
        Optional.empty());
  }

  /// With the directory that is mounted, where it is not the root of the file system.
  private static String source(Mount mount) {
    return mount.root().equals("/") ? mount.source() : mount.source() + '[' + mount.root() + ']';
  }
}
