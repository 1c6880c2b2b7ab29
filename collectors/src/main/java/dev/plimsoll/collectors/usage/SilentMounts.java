package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.FilesystemType;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import java.util.Collection;
import java.util.List;

/// Mounts that other machines or programs answer for and that do not answer: whoever looks at them
/// waits for ever.
public final class SilentMounts {
  private SilentMounts() {}

  /// The mount points of those that this process would meet on a walk from any of these places.
  ///
  /// @param places absolute paths
  public static List<String> near(Collection<String> places, KernelReader reader, Roots roots) {
    MountFilter filter =
        MountFilter.everything()
            .and(mount -> FilesystemType.isRemote(mount) || FilesystemType.isFuse(mount))
            .and(mount -> places.stream().anyMatch(place -> isNear(mount, place)));
    FilesystemReader filesystems =
        new FilesystemReader(new KernelSizeCall(), filter, Patience.once());
    return filesystems.readOwn(reader, roots).present().stream()
        .flatMap(found -> found.all().stream())
        .filter(SilentMounts::isSilent)
        .map(one -> one.mount().point())
        .toList();
  }

  private static boolean isNear(Mount mount, String place) {
    return isBelow(mount.point(), place) || isBelow(place, mount.point());
  }

  /// Whether a path is this directory or leads below it.
  public static boolean isBelow(String path, String directory) {
    return directory.equals("/") || path.equals(directory) || path.startsWith(directory + '/');
  }

  private static boolean isSilent(Filesystem one) {
    return one.size().failures().stream()
        .anyMatch(failure -> failure.kind() == SourceFailure.Kind.TIMEOUT);
  }
}
