package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.process.ProcessId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One run of a container, and what its control group counts of kills.
final class OomRun {
  ContainerName name;
  private long kills;
  private long killsBefore;
  private @Nullable ProcessId first;
  private OptionalLong silent = OptionalLong.empty();

  OomRun(ContainerName name) {
    this.name = name;
  }

  /// What the control group counts now.
  ///
  /// @return whether that is news
  boolean count(long now) {
    if (now <= kills) return false;
    kills = now;
    return true;
  }

  /// Its processes were read. Whatever was counted when they were read before, its first process
  /// has outlived: to be killed takes less than that.
  ///
  /// @return whether that is news
  boolean outlived(ProcessId now) {
    OptionalLong before = silent;
    if (now.equals(first)) silent = OptionalLong.of(killsBefore);
    first = now;
    killsBefore = kills;
    return !silent.equals(before);
  }

  long kills() {
    return kills;
  }

  OptionalLong silent() {
    return silent;
  }
}
