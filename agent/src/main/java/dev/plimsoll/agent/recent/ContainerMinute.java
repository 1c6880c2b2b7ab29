package dev.plimsoll.agent.recent;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.Throttling;
import java.util.Optional;
import java.util.OptionalDouble;

/// What one container did in each of the last 60 seconds, and how its seconds were in all its time.
/// One thread adds to it, others may look at it.
///
/// A value is that of the time between two readings of the container: about a second. Where a pass
/// came late the time is longer, and counts once, as what it was on average: nothing is known of
/// the seconds in it.
public final class ContainerMinute {
  private static final long SECOND = 1_000_000_000;
  private static final long UNKNOWN = -1;

  /// Passes may follow each other closely after a late one. The kernel counts CPU time by the tick,
  /// so what they tell of a moment is vague; they wait for the next.
  private static final long SHORTEST = SECOND / 2;

  private final PeakRing cores = new PeakRing();
  private final PeakRing memory = new PeakRing();
  private final PeakRing throttled = new PeakRing();
  private final StallMinute cpuStalls;
  private final StallMinute memoryStalls;
  private final StallMinute ioStalls;
  private final Distribution coreSeconds = Distribution.ofCores();
  private final Distribution memorySeconds = Distribution.ofBytes();

  private Cgroup<?> last;
  private Counters counters;
  private long lastNanos;

  /// Readings up to the last that found nothing changed and are not in the rings yet: most
  /// containers sleep most of the time, and it is enough to add it up when somebody looks.
  private int rested;

  /// The first reading, which has no rate yet.
  ///
  /// @param nanos when it was read, monotonic
  ContainerMinute(Cgroup<?> group, long nanos) {
    last = group;
    counters = Counters.of(group);
    lastNanos = nanos;
    cpuStalls = new StallMinute(group.pressure().cpu(), nanos);
    memoryStalls = new StallMinute(group.pressure().memory(), nanos);
    ioStalls = new StallMinute(group.pressure().io(), nanos);
    moveTo(Math.floorDiv(nanos, SECOND));
    counters.memory().ifPresent(memory::add);
    counters.memory().ifPresent(memorySeconds::add);
  }

  /// Adds a reading.
  @SuppressWarnings("ReferenceEquality") // A group that did not change is told by the same object.
  synchronized void add(Cgroup<?> group, long nanos) {
    boolean early = nanos - lastNanos < SHORTEST;
    if (group == last) {
      if (!early) rest(nanos);
      return;
    }
    addRest();
    Counters now = Counters.of(group);
    moveTo(Math.floorDiv(nanos, SECOND));
    now.memory().ifPresent(memory::add);
    if (early) return;
    now.memory().ifPresent(memorySeconds::add);
    addRates(now, nanos - lastNanos);
    cpuStalls.add(group.pressure().cpu(), true, nanos);
    memoryStalls.add(group.pressure().memory(), true, nanos);
    ioStalls.add(group.pressure().io(), true, nanos);
    last = group;
    counters = now;
    lastNanos = nanos;
  }

  private void rest(long nanos) {
    rested++;
    lastNanos = nanos;
  }

  /// A container that has not run used no CPU in any of the seconds, and what it had it has.
  private void addRest() {
    if (rested == 0) return;
    long newest = Math.floorDiv(lastNanos, SECOND);
    for (long second = cores.fresh(newest); second <= newest; second++) addRest(second);
    if (counters.ran().isPresent()) coreSeconds.add(0, rested);
    counters.memory().ifPresent(bytes -> memorySeconds.add(bytes, rested));
    rested = 0;
  }

  private void addRest(long second) {
    moveTo(second);
    counters.memory().ifPresent(memory::add);
    if (counters.ran().isPresent()) cores.add(0);
    if (counters.throttling().isPresent()) throttled.add(0);
    cpuStalls.rest(lastNanos);
    memoryStalls.rest(lastNanos);
    ioStalls.rest(lastNanos);
  }

  private void moveTo(long second) {
    cores.moveTo(second);
    memory.moveTo(second);
    throttled.moveTo(second);
    cpuStalls.moveTo(second);
    memoryStalls.moveTo(second);
    ioStalls.moveTo(second);
  }

  private void addRates(Counters now, long span) {
    long ran = growth(counters.ran(), now.ran());
    if (ran != UNKNOWN) {
      cores.add((double) ran / span);
      coreSeconds.add((double) ran / span);
    }
    now.throttling().ifPresent(this::addThrottling);
  }

  /// Before it used its quota for the first time, it had no periods.
  private void addThrottling(Throttling now) {
    long periods = now.periods() - counters.throttling().map(Throttling::periods).orElse(0L);
    long usedUp =
        now.throttledPeriods() - counters.throttling().map(Throttling::throttledPeriods).orElse(0L);
    if (periods < 0 || usedUp < 0) return;
    throttled.add(Math.min(1, (double) usedUp / Math.max(1, periods)));
  }

  /// Unknown where either is, and where the counter began anew.
  private static long growth(Optional<Long> before, Optional<Long> now) {
    if (before.isEmpty() || now.isEmpty()) return UNKNOWN;
    return Math.max(UNKNOWN, now.get() - before.get());
  }

  /// The most of any of its seconds.
  public synchronized Peaks peaks() {
    addRest();
    return new Peaks(
        cores.peak(),
        memory.peak(),
        throttled.peak(),
        cpuStalls.peak(),
        memoryStalls.peak(),
        ioStalls.peak());
  }

  /// How many CPUs it used on average of the last 60 seconds; empty at its first reading.
  public synchronized OptionalDouble meanCores() {
    addRest();
    return cores.mean();
  }

  /// How many CPUs it used, a value each second since it was first seen.
  public synchronized Distribution cores() {
    addRest();
    return coreSeconds.copy();
  }

  /// How many bytes were charged to it, a value each second since it was first seen.
  public synchronized Distribution memory() {
    addRest();
    return memorySeconds.copy();
  }
}
