package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `cpu.stat`. In v2 every group has the first three lines, and those with the CPU controller the
/// others: `usage_usec 9217154`, `user_usec 9191075`, `system_usec 26079`, `nr_periods 1841`,
/// `nr_throttled 1592`, `throttled_usec 93245306`, `nr_bursts 0`, `burst_usec 0`. In v1 there are
/// only the last five, with `throttled_time` and `burst_time` in nanoseconds.
///
/// @param throttling empty where the group has no CPU controller
record CpuStat(CpuTime time, Optional<Throttling> throttling) {
  private static final long MICRO = 1_000;

  private static final List<String> V2 =
      List.of(
          "usage_usec ",
          "user_usec ",
          "system_usec ",
          "nr_periods ",
          "nr_throttled ",
          "throttled_usec ",
          "nr_bursts ",
          "burst_usec ");

  private static final List<String> V1 =
      List.of("nr_periods ", "nr_throttled ", "throttled_time ", "nr_bursts ", "burst_time ");

  static CpuStat parse(KernelText text) throws MalformedSourceException {
    KeyedNumbers numbers = KeyedNumbers.parse(text, V2);
    CpuTime time =
        new CpuTime(
            numbers.require("usage_usec ") * MICRO,
            numbers.require("user_usec ") * MICRO,
            numbers.require("system_usec ") * MICRO);
    return new CpuStat(time, throttling(numbers, text));
  }

  /// What is wrong with these lines costs only these.
  private static Optional<Throttling> throttling(KeyedNumbers numbers, KernelText text) {
    if (numbers.get("nr_periods ").isEmpty()) return Optional.empty();
    try {
      return Optional.of(throttling(numbers, "throttled_usec ", "burst_usec ", MICRO));
    } catch (MalformedSourceException malformed) {
      text.flaw(malformed);
      return Optional.empty();
    }
  }

  static Throttling parseV1(KernelText text) throws MalformedSourceException {
    return throttling(KeyedNumbers.parse(text, V1), "throttled_time ", "burst_time ", 1);
  }

  private static Throttling throttling(
      KeyedNumbers numbers, String throttled, String burst, long nanos)
      throws MalformedSourceException {
    OptionalLong bursts = numbers.get(burst);
    return new Throttling(
        numbers.require("nr_periods "),
        numbers.require("nr_throttled "),
        numbers.require(throttled) * nanos,
        numbers.get("nr_bursts "),
        bursts.isPresent() ? OptionalLong.of(bursts.getAsLong() * nanos) : bursts);
  }
}
