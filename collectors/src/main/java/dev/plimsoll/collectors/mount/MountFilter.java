package dev.plimsoll.collectors.mount;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which mounts of a table are of interest.
///
/// @param all whether hidden mounts, those without a size, and further mounts of the same device
///   count too
/// @param wanted says of a mount whether it may count
/// @param further says of those that do not count whether they are of interest beside
public record MountFilter(boolean all, Predicate<Mount> wanted, Predicate<Mount> further) {

  private MountFilter(boolean all, Predicate<Mount> wanted) {
    this(all, wanted, _ -> false);
  }

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
    return new MountFilter(all, wanted.and(also), further);
  }

  /// The same, and beside them, apart, those of the others that `more` wants. Hidden mounts are
  /// never among these.
  public MountFilter alsoShowing(Predicate<Mount> more) {
    return new MountFilter(all, wanted, more);
  }

  List<Mount> selectFurther(List<Mount> mounts, List<Mount> selected) {
    Set<Mount> known = Set.copyOf(selected);
    return mounts.stream()
        .filter(mount -> !mount.hidden() && further.test(mount) && !known.contains(mount))
        .toList();
  }

  List<Mount> select(List<Mount> mounts) {
    List<Mount> may = mounts.stream().filter(wanted).toList();
    if (all) return may;
    return MountsByDevice.once(
        may.stream().filter(mount -> !FilesystemType.isPseudo(mount)).toList());
  }
}
