package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.OptionalDouble;

/// How long a group may run in each period: `cpu.max` of v2, `20000 100000` or `max 100000`;
/// `cpu.cfs_quota_us` (`-1` for no quota) and `cpu.cfs_period_us` of v1.
///
/// @param quotaMicros microseconds in a period, summed over CPUs
/// @param periodMicros the period in microseconds
public record CpuBandwidth(Limit quotaMicros, long periodMicros) {

  static CpuBandwidth parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    Limit quota = text.take("max") ? Limit.unlimited() : new Limit.Limited(text.unsigned());
    return new CpuBandwidth(quota, text.unsigned());
  }

  /// `cpu.cfs_quota_us` of v1.
  static Limit parseQuota(KernelText text) throws MalformedSourceException {
    long quota = text.firstLine().signed();
    return quota < 0 ? Limit.unlimited() : new Limit.Limited(quota);
  }

  /// The quota as a number of CPUs.
  public OptionalDouble cores() {
    return quotaMicros.value().isPresent() && periodMicros > 0
        ? OptionalDouble.of((double) quotaMicros.value().getAsLong() / periodMicros)
        : OptionalDouble.empty();
  }
}
