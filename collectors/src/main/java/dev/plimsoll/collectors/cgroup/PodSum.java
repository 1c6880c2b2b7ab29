package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// What the containers of one pod have counted, those that have ended included.
final class PodSum {
  private static final Throttling NONE =
      new Throttling(0, 0, 0, OptionalLong.empty(), OptionalLong.empty());

  private long oomKills;
  private Optional<Throttling> throttling = Optional.empty();
  private Optional<TreeMap<String, IoStat.Device>> io = Optional.empty();
  private long changes;

  /// Adds by how much a container's counts grew.
  void add(PodSums.Counted before, PodSums.Counted now) {
    if (now.equals(before)) return;
    changes++;
    oomKills += Math.max(0, now.oomKills() - before.oomKills());
    now.throttling().ifPresent(held -> add(before.throttling().orElse(NONE), held));
    now.io().ifPresent(stat -> add(before.io().orElse(new IoStat(List.of())), stat));
  }

  private void add(Throttling before, Throttling now) {
    Throttling sum = throttling.orElse(NONE);
    throttling =
        Optional.of(
            new Throttling(
                sum.periods() + growth(before, now, Throttling::periods),
                sum.throttledPeriods() + growth(before, now, Throttling::throttledPeriods),
                sum.throttledNanos() + growth(before, now, Throttling::throttledNanos),
                sum(sum.bursts(), before.bursts(), now.bursts()),
                sum(sum.burstNanos(), before.burstNanos(), now.burstNanos())));
  }

  private static OptionalLong sum(OptionalLong sum, OptionalLong before, OptionalLong now) {
    if (now.isEmpty()) return sum;
    return OptionalLong.of(sum.orElse(0) + Math.max(0, now.getAsLong() - before.orElse(0)));
  }

  private void add(IoStat before, IoStat now) {
    TreeMap<String, IoStat.Device> sums = io.orElseGet(TreeMap::new);
    for (IoStat.Device device : now.devices()) {
      String name = device.device();
      IoStat.Device sum = sums.getOrDefault(name, nothing(name));
      sums.put(name, grown(sum, device(before, name), device));
    }
    io = Optional.of(sums);
  }

  private static IoStat.Device nothing(String device) {
    return new IoStat.Device(device, 0, 0, 0, 0);
  }

  private static IoStat.Device device(IoStat io, String name) {
    return io.devices().stream()
        .filter(device -> device.device().equals(name))
        .findFirst()
        .orElseGet(() -> nothing(name));
  }

  private static IoStat.Device grown(IoStat.Device sum, IoStat.Device before, IoStat.Device now) {
    return new IoStat.Device(
        now.device(),
        sum.readBytes() + growth(before, now, IoStat.Device::readBytes),
        sum.writtenBytes() + growth(before, now, IoStat.Device::writtenBytes),
        sum.reads() + growth(before, now, IoStat.Device::reads),
        sum.writes() + growth(before, now, IoStat.Device::writes));
  }

  private static <T> long growth(T before, T now, ToLongFunction<T> count) {
    return Math.max(0, count.applyAsLong(now) - count.applyAsLong(before));
  }

  /// How often it changed: while this stays the same, so does the rest.
  long changes() {
    return changes;
  }

  long oomKills() {
    return oomKills;
  }

  /// Absent where no container has a CPU controller.
  Section<Throttling> throttling() {
    return throttling
        .<Section<Throttling>>map(Section.Present::new)
        .orElseGet(() -> new Section.Absent<>("no container of the pod tells of throttling"));
  }

  /// Absent where no container tells of I/O.
  Section<IoStat> io() {
    return io.<Section<IoStat>>map(
            sums -> new Section.Present<>(new IoStat(List.copyOf(sums.values()))))
        .orElseGet(() -> new Section.Absent<>("no container of the pod tells of I/O"));
  }
}
