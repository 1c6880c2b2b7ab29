package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;

/// How long a group's tasks ran, since it was made.
///
/// @param usageNanos nanoseconds on any CPU; cgroup v2 counts in microseconds
/// @param userNanos the part of it in user mode
/// @param systemNanos the part of it in the kernel
public record CpuTime(long usageNanos, long userNanos, long systemNanos) {

  /// A tick of the user interface is 10 ms on every architecture that Java runs on.
  private static final long TICK = 10_000_000;

  private static final List<String> MODES = List.of("user ", "system ");

  /// `cpuacct.stat` of cgroup v1, in ticks: `user 918`, `system 2`.
  ///
  /// @param usageNanos what `cpuacct.usage` said just before
  static CpuTime parseV1(long usageNanos, KernelText text) throws MalformedSourceException {
    KeyedNumbers numbers = KeyedNumbers.parse(text, MODES);
    return new CpuTime(
        usageNanos, numbers.require("user ") * TICK, numbers.require("system ") * TICK);
  }
}
