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
  /// @param effectiveReserved the least limit of what may be promised: `hugetlb.2MB.rsvd.max`, in
  ///   v1 `hugetlb.2MB.rsvd.limit_in_bytes`
  public record Pages(
      String size,
      long used,
      OptionalLong reserved,
      OptionalLong peak,
      long limitHits,
      Limit max,
      Limit effective,
      Limit effectiveReserved) {

    /// What is in use as a ratio of its limit, or what is promised as a ratio of that one's,
    /// whichever is more; empty where there is no limit, or none may be had.
    public OptionalDouble limitRatio() {
      OptionalDouble ofUsed = ratio(used, effective);
      if (reserved.isEmpty()) return ofUsed;
      OptionalDouble ofReserved = ratio(reserved.getAsLong(), effectiveReserved);
      if (ofUsed.isEmpty() || ofReserved.isEmpty()) return ofUsed.isPresent() ? ofUsed : ofReserved;
      return OptionalDouble.of(Math.max(ofUsed.getAsDouble(), ofReserved.getAsDouble()));
    }

    private static OptionalDouble ratio(long bytes, Limit limit) {
      return limit instanceof Limit.Limited(long most) && most > 0
          ? OptionalDouble.of((double) bytes / most)
          : OptionalDouble.empty();
    }
  }
}
