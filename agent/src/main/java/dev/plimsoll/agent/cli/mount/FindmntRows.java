package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.Needed;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.Fstab;
import dev.plimsoll.collectors.mount.Mount;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/// Reads the lines of `findmnt` from the node.
public final class FindmntRows {
  private final KernelReader reader = new KernelReader();
  private final Roots roots;
  private final List<String> types;

  /// @param types that alone are shown; empty for all
  public FindmntRows(Roots roots, List<String> types) {
    this.roots = roots;
    this.types = types;
  }

  public List<FoundMount> all(boolean list) throws IOException {
    List<Mount> mounts = mounts(_ -> true);
    return list ? MountTree.list(mounts) : MountTree.draw(mounts);
  }

  /// The mount that a file is in.
  public List<FoundMount> holding(String file) throws IOException {
    Mount mount = MountOfFile.find(file, mounts(_ -> true));
    return MountTree.list(mounts(one -> one.id() == mount.id()));
  }

  public List<FoundMount> ofSource(String source) throws IOException {
    return MountTree.list(mounts(mount -> mount.source().equals(source)));
  }

  /// Mounts of a device or at a mount point; of the latter the uppermost first.
  public List<FoundMount> at(String what) throws IOException {
    List<Mount> found = mounts(mount -> mount.point().equals(what) || mount.source().equals(what));
    return MountTree.list(found.reversed());
  }

  public List<FoundMount> fstab() throws IOException {
    return switch (Fstab.read(reader, roots)) {
      case Section.Present<Fstab>(Fstab table, List<SourceFailure> _) ->
          table.entries().stream()
              .filter(entry -> types.isEmpty() || types.contains(entry.type()))
              .map(FoundMount::of)
              .toList();
      case Section.Absent<Fstab> _ -> Collections.emptyList();
      case Section.Failed<Fstab>(SourceFailure failure) ->
          throw new IOException(failure.describe());
    };
  }

  private List<Mount> mounts(Predicate<Mount> wanted) throws IOException {
    return Needed.of(FilesystemReader.mounts(reader, roots)).stream()
        .filter(mount -> types.isEmpty() || types.contains(mount.type()))
        .filter(wanted)
        .toList();
  }
}
