package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.Pressure;
import dev.plimsoll.collectors.proc.Pressure.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Whether a node has memory enough, and what speaks against it.
///
/// @param available what programs can still be given, as a ratio to the total; empty where the
///   kernel does not reckon it
/// @param stall how long tasks stood still for want of memory; empty without pressure information
/// @param swapUsed as a ratio to all swap; empty where there is none
/// @param troubles why it is not healthy, the worst first; empty where it is
public record MemoryHealth(
    OptionalDouble available,
    Optional<Stall> stall,
    OptionalDouble swapUsed,
    List<Trouble> troubles) {

  /// Below this share of the total, the kernel frees memory while programs wait for it.
  private static final double LEAST_AVAILABLE = 0.05;

  /// Percent of the last ten seconds. A node that reads its programs back from disk shows more.
  private static final double MOST_STALLED = 10;

  private static final double MOST_SWAP_USED = 0.9;

  /// What may be wrong.
  public enum Trouble {
    /// Tasks stand still because their memory has to be brought back first.
    STALLED,
    /// Hardly anything can be given to programs.
    LITTLE_AVAILABLE,
    /// What is not used can hardly be put aside any more.
    SWAP_FULL
  }

  public MemoryHealth {
    troubles = List.copyOf(troubles);
  }

  /// @param pressure of memory
  public static MemoryHealth of(MemInfo memory, Optional<Pressure> pressure) {
    OptionalDouble available = ratio(memory.available(), memory.total());
    Optional<Stall> stall = pressure.flatMap(Pressure::some);
    OptionalDouble swapUsed = swapUsed(memory);
    List<Trouble> troubles = new ArrayList<>();
    if (stall.isPresent() && stall.get().avg10() > MOST_STALLED) troubles.add(Trouble.STALLED);
    if (available.orElse(1) < LEAST_AVAILABLE) troubles.add(Trouble.LITTLE_AVAILABLE);
    if (swapUsed.orElse(0) > MOST_SWAP_USED) troubles.add(Trouble.SWAP_FULL);
    return new MemoryHealth(available, stall, swapUsed, troubles);
  }

  private static OptionalDouble swapUsed(MemInfo memory) {
    long total = memory.size("SwapTotal").orElse(0);
    OptionalLong free = memory.size("SwapFree");
    if (free.isEmpty()) return OptionalDouble.empty();
    return ratio(OptionalLong.of(total - free.getAsLong()), total);
  }

  private static OptionalDouble ratio(OptionalLong part, long whole) {
    if (part.isEmpty() || whole <= 0) return OptionalDouble.empty();
    return OptionalDouble.of((double) part.getAsLong() / whole);
  }

  public boolean isHealthy() {
    return troubles.isEmpty();
  }
}
