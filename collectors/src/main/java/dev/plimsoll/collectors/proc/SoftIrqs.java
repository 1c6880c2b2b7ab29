package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// Deferred interrupt work since boot, in times it was run, by kind: the `softirq` line of
/// `/proc/stat` (`include/linux/interrupt.h` has the order).
///
/// @param total of all kinds
/// @param high tasklets that go first
/// @param netTransmit packets that were sent
/// @param netReceive packets that came in
/// @param irqPoll polling of block devices
/// @param scheduler balancing of load between CPUs
/// @param highResolutionTimer timers finer than a tick
public record SoftIrqs(
    long total,
    long high,
    long timer,
    long netTransmit,
    long netReceive,
    long block,
    long irqPoll,
    long tasklet,
    long scheduler,
    long highResolutionTimer,
    long rcu) {

  /// The eleven numbers of the line, from the cursor on.
  static SoftIrqs parse(KernelText line) throws MalformedSourceException {
    return new SoftIrqs(
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned());
  }
}
