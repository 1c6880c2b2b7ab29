package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.KubeletVolume;
import dev.plimsoll.collectors.mount.Mount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/// One line of `df`.
///
/// @param mount empty for the sum of all
/// @param file that was asked for; empty where none was
/// @param space empty where it is not known, which shows as `-`
public record DfRow(Optional<Mount> mount, Optional<String> file, Optional<Space> space) {

  static DfRow of(Mount mount, Optional<String> file, Optional<StatVfs> size) {
    return new DfRow(Optional.of(mount), file, size.map(Space::of));
  }

  /// What all rows have together.
  public static DfRow total(List<DfRow> rows) {
    Space sum = rows.stream().flatMap(row -> row.space().stream()).reduce(Space.NONE, Space::plus);
    return new DfRow(Optional.empty(), Optional.empty(), Optional.of(sum));
  }

  OptionalLong number(ToLongFunction<Space> part) {
    return space.isPresent()
        ? OptionalLong.of(part.applyAsLong(space.get()))
        : OptionalLong.empty();
  }

  Optional<KubeletVolume> volume() {
    return mount.flatMap(one -> KubeletVolume.at(one.point()));
  }

  /// Whether it is a pod's volume.
  public boolean isOfPod() {
    return volume().isPresent();
  }

  /// What share of what a user may use is used, in percent and rounded up.
  OptionalLong percent(ToLongFunction<Space> used, ToLongFunction<Space> free) {
    if (space.isEmpty()) return OptionalLong.empty();
    long taken = used.applyAsLong(space.get());
    long all = taken + free.applyAsLong(space.get());
    if (all <= 0) return OptionalLong.empty();
    return OptionalLong.of((long) Math.ceil(100.0 * taken / all));
  }

  /// The same as a ratio.
  Optional<Double> ratio(ToLongFunction<Space> used, ToLongFunction<Space> free) {
    if (space.isEmpty()) return Optional.empty();
    long taken = used.applyAsLong(space.get());
    return Optional.of((double) taken / (taken + free.applyAsLong(space.get())));
  }
}
