package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.mount.Filesystems.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The node's mounts and how they are reached: those of process 1, through `/proc/1/root`. Where
/// that may not be followed, below the directory at which the node's root is mounted here.
///
/// @param prefix what stands before a mount point on the way to it
/// @param sameNamespace whether mounts have the same numbers on that way as in the table
record HostMounts(List<Mount> mounts, View view, String prefix, boolean sameNamespace) {

  static Section<HostMounts> read(KernelReader reader, Roots roots) {
    Section<MountInfo> first = MountInfo.read(reader, roots.proc("1/mountinfo"));
    return switch (first) {
      case Section.Present<MountInfo>(MountInfo table, List<SourceFailure> flaws) ->
          isOwn(reader, roots)
              ? ofThisProcess(table, flaws, roots)
              : ofNode(table, flaws, reader, roots);
      case Section.Absent<MountInfo>(String reason) -> new Section.Absent<>(reason);
      case Section.Failed<MountInfo>(SourceFailure failure) -> instead(reader, roots, failure);
    };
  }

  /// The mounts that this process itself sees, by the paths that it sees them at.
  static Section<HostMounts> readOwn(KernelReader reader, Roots roots) {
    return MountInfo.read(reader, roots.proc("self/mountinfo"))
        .map(own -> new HostMounts(own.mounts(), View.OWN_CONTAINER, "", true));
  }

  private static Section<HostMounts> instead(
      KernelReader reader, Roots roots, SourceFailure failure) {
    return switch (MountInfo.read(reader, roots.proc("self/mountinfo"))) {
      case Section.Present<MountInfo>(MountInfo own, List<SourceFailure> flaws) ->
          ofThisProcess(own, Stream.concat(Stream.of(failure), flaws.stream()).toList(), roots);
      case Section.Absent<MountInfo> _, Section.Failed<MountInfo> _ ->
          new Section.Failed<>(failure);
    };
  }

  private static Section<HostMounts> ofNode(
      MountInfo table, List<SourceFailure> flaws, KernelReader reader, Roots roots) {
    String root = roots.proc("1/root");
    boolean follows = link(reader, root).isPresent();
    String prefix = follows ? root : roots.rootfs();
    return new Section.Present<>(new HostMounts(table.mounts(), View.NODE, prefix, follows), flaws);
  }

  private static Section<HostMounts> ofThisProcess(
      MountInfo own, List<SourceFailure> flaws, Roots roots) {
    String rootfs = roots.rootfs();
    boolean contained = OwnContainer.isPod(own.mounts());
    View view = contained && rootfs.isEmpty() ? View.OWN_CONTAINER : View.NODE;
    List<Mount> mounts = rootfs.isEmpty() ? own.mounts() : OwnContainer.below(rootfs, own.mounts());
    HostMounts found = new HostMounts(mounts, view, rootfs, true);
    return new Section.Present<>(
        found,
        view == View.NODE
            ? flaws
            : Stream.concat(flaws.stream(), Stream.of(OwnContainer.failure(roots))).toList());
  }

  /// Whether process 1 has the mounts of this process: on the node itself, and in a container that
  /// does not share the node's process numbers.
  private static boolean isOwn(KernelReader reader, Roots roots) {
    Optional<String> own = link(reader, roots.proc("self/ns/mnt"));
    return own.isPresent() && own.equals(link(reader, roots.proc("1/ns/mnt")));
  }

  private static Optional<String> link(KernelReader reader, String path) {
    try {
      return Optional.of(reader.readLink(path));
    } catch (KernelFileException _) {
      return Optional.empty();
    }
  }
}
