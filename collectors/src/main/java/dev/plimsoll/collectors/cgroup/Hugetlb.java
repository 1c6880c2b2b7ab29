package dev.plimsoll.collectors.cgroup;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A group and huge pages (`Documentation/admin-guide/cgroup-v1/hugetlb.rst`, `cgroup-v2.rst`).
///
/// @param sizes the sizes that the node has pages of
public record Hugetlb(List<Pages> sizes) {
  public Hugetlb {
    sizes = List.copyOf(sizes);
  }

  /// Huge pages of one size, in bytes.
  ///
  /// @param size as the kernel names it: `2MB`
  /// @param used what is in use: `hugetlb.2MB.current`, in v1 `hugetlb.2MB.usage_in_bytes`
  /// @param reserved what is promised to mappings, in use or not: `hugetlb.2MB.rsvd.current`; from
  ///   Linux 5.7
  /// @param peak the most that was ever in use: `hugetlb.2MB.max_usage_in_bytes`; v1 only
  /// @param limitHits times that a page was refused for the limit: `max` in `hugetlb.2MB.events`,
  ///   in v1 `hugetlb.2MB.failcnt` and that of reservations
  /// @param max how much it may have: `hugetlb.2MB.max`, in v1 `hugetlb.2MB.limit_in_bytes`
  /// @param effective the least such limit of the group and those above it
  public record Pages(
      String size,
      long used,
      OptionalLong reserved,
      OptionalLong peak,
      long limitHits,
      Limit max,
      Limit effective) {

    /// What the limit is held against: what is in use or what is promised, whichever is more.
    public long charged() {
      return Math.max(used, reserved.orElse(0));
    }

    /// What is charged as a ratio of the limit; empty where there is none, or none may be had.
    public OptionalDouble limitRatio() {
      return effective instanceof Limit.Limited(long most) && most > 0
          ? OptionalDouble.of((double) charged() / most)
          : OptionalDouble.empty();
    }
  }
}
