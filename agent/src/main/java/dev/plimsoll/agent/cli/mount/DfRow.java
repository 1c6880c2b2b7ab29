package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.KubeletVolume;
import dev.plimsoll.collectors.mount.Mount;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of `df`.
///
/// @param size empty where it is not known, which shows as `-`
public record DfRow(Mount mount, Optional<StatVfs> size) {

  OptionalLong bytes() {
    return of(size.map(StatVfs::sizeBytes));
  }

  OptionalLong used() {
    return of(size.map(StatVfs::usedBytes));
  }

  OptionalLong available() {
    return of(size.map(StatVfs::availableBytes));
  }

  OptionalLong files() {
    return of(size.map(StatVfs::files));
  }

  OptionalLong filesUsed() {
    return of(size.map(known -> known.files() - known.filesFree()));
  }

  OptionalLong filesFree() {
    return of(size.map(StatVfs::filesFree));
  }

  Optional<KubeletVolume> volume() {
    return KubeletVolume.at(mount.point());
  }

  /// Whether it is a pod's volume.
  public boolean isOfPod() {
    return volume().isPresent();
  }

  private static OptionalLong of(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// What share of what a user may use is used, in percent and rounded up.
  static OptionalLong percent(OptionalLong used, OptionalLong free) {
    if (used.isEmpty() || free.isEmpty()) return OptionalLong.empty();
    long all = used.getAsLong() + free.getAsLong();
    if (all <= 0) return OptionalLong.empty();
    return OptionalLong.of((long) Math.ceil(100.0 * used.getAsLong() / all));
  }
}
