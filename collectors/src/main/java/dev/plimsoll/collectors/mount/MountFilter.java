package dev.plimsoll.collectors.mount;

import java.util.List;
import java.util.function.Predicate;

/// Which mounts of a table are of interest.
///
/// @param all whether hidden mounts, those without a size, and further mounts of the same device
///   count too
/// @param wanted says of a mount whether it may count
public record MountFilter(boolean all, Predicate<Mount> wanted) {

  /// Every mount.
  public static MountFilter everything() {
    return new MountFilter(true, _ -> true);
  }

  /// What `df` shows: each device once, where its files can be reached.
  public static MountFilter asDf() {
    return new MountFilter(false, _ -> true);
  }

  /// The same, but only of mounts that `also` wants.
  public MountFilter and(Predicate<Mount> also) {
    return new MountFilter(all, wanted.and(also));
  }

  List<Mount> select(List<Mount> mounts) {
    List<Mount> may = mounts.stream().filter(wanted).toList();
    if (all) return may;
    return MountsByDevice.once(
        may.stream().filter(mount -> !FilesystemType.isPseudo(mount)).toList());
  }
}
