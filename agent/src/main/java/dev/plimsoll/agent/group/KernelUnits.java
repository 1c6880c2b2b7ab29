package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.process.ProcessId;
import java.time.Instant;
import java.util.Optional;

/// What the numbers of `/proc/<pid>` are in.
///
/// @param ticksPerSecond clock ticks in which CPU time and start times count
/// @param pageSize bytes in a page
/// @param bootTime when ticks began to count, in seconds of Unix time
public record KernelUnits(long ticksPerSecond, long pageSize, long bootTime) {

  /// Empty where the kernel did not say now how long a tick is: without that, nothing could be told
  /// in seconds.
  public static Optional<KernelUnits> of(NodeSnapshot node) {
    Optional<AuxiliaryVector> units = node.slow().auxiliaryVector().section().present();
    Optional<KernelStat> stat = node.fast().stat().section().present();
    if (units.isEmpty() || stat.isEmpty() || stat.get().bootTime().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KernelUnits(
            units.get().ticksPerSecond(),
            units.get().pageSize(),
            stat.get().bootTime().getAsLong()));
  }

  /// When a process started.
  public Instant start(ProcessId process) {
    double seconds = (double) process.startTicks() / ticksPerSecond;
    return Instant.ofEpochSecond(bootTime).plusMillis(Math.round(seconds * 1000));
  }
}
