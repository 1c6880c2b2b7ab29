package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.cgroup.CpuTime;
import org.jspecify.annotations.Nullable;

/// CPU time of a container that no process of it shows: of processes that came and went between two
/// passes and that nobody waited for, and the last of those that a pass did see. It is what the
/// kernel counts for the container less what was counted of its processes.
///
/// What is missing for a moment only, since not everything is read at once, is not told: what was
/// told is never taken back.
final class UnseenWork {
  private static final double NANOS = 1e9;

  /// So much must be missing, in seconds, before any of it is told: the kernel tells a process' own
  /// time in ticks, rounded down.
  private static final double LEAST_SECONDS = 1;

  private double userSeconds;
  private double systemSeconds;
  private boolean told;

  /// The kernel counted this for the container.
  void used(CpuTime before, CpuTime now) {
    double user = Math.max(0, now.userNanos() - before.userNanos()) / NANOS;
    double system = Math.max(0, now.systemNanos() - before.systemNanos()) / NANOS;
    double usage = Math.max(0, now.usageNanos() - before.usageNanos()) / NANOS;
    // The parts may have been reckoned otherwise than the whole, which is exact.
    double share = user + system > 0 ? user / (user + system) : 0;
    userSeconds += usage * share;
    systemSeconds += usage * (1 - share);
  }

  /// This was counted of a process.
  void seen(Counts growth, long ticksPerSecond) {
    userSeconds -= (double) growth.get(Count.USER_TICKS) / ticksPerSecond;
    systemSeconds -= (double) growth.get(Count.SYSTEM_TICKS) / ticksPerSecond;
  }

  /// What is to be told now, in ticks, which counts as told from then on; null where there is
  /// nothing.
  @Nullable Counts tell(long ticksPerSecond) {
    double missing = userSeconds + systemSeconds;
    if (missing < (told ? 1.0 / ticksPerSecond : LEAST_SECONDS)) return null;
    double user = Math.clamp(userSeconds, 0, missing);
    long userTicks = (long) (user * ticksPerSecond);
    long systemTicks = (long) (missing * ticksPerSecond) - userTicks;
    Counts counts = new Counts();
    counts.set(Count.USER_TICKS, userTicks);
    counts.set(Count.SYSTEM_TICKS, systemTicks);
    seen(counts, ticksPerSecond);
    told = true;
    return counts;
  }
}
