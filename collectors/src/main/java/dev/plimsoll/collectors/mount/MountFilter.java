package dev.plimsoll.collectors.mount;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which mounts of a table are of interest.
///
/// @param all whether hidden mounts, those without a size, and further mounts of the same device
///   count too
/// @param typesOff types of file systems that do not count
/// @param pointsOff mount points that do not count: those in which it is found
public record MountFilter(boolean all, Set<String> typesOff, Optional<Pattern> pointsOff) {
  public MountFilter {
    typesOff = Set.copyOf(typesOff);
  }

  /// Every mount.
  public static MountFilter everything() {
    return new MountFilter(true, Set.of(), Optional.empty());
  }

  /// What `df` shows: each device once, where its files can be reached.
  public static MountFilter asDf() {
    return new MountFilter(false, Set.of(), Optional.empty());
  }

  List<Mount> select(List<Mount> mounts) {
    List<Mount> wanted = mounts.stream().filter(this::wants).toList();
    return all ? wanted : MountsByDevice.once(wanted);
  }

  private boolean wants(Mount mount) {
    return !typesOff.contains(mount.type())
        && pointsOff.stream().noneMatch(points -> points.matcher(mount.point()).find())
        && (all || !FilesystemType.isPseudo(mount));
  }
}
