package dev.plimsoll.collectors;

import dev.plimsoll.collectors.process.ProcessTable;
import java.util.List;
import java.util.stream.Stream;

/// What a node is at one moment: all sections, each as fresh as its interval. Immutable; nothing
/// that shows it reads a file.
public record NodeSnapshot(
    FastReadings fast,
    CounterReadings counters,
    Reading<ProcessTable> processes,
    SlowReadings slow,
    DeviceReadings devices) {

  /// Every reading in it.
  public List<Reading<?>> readings() {
    return Stream.of(fast.all(), counters.all(), List.of(processes), slow.all(), devices.all())
        .<Reading<?>>flatMap(List::stream)
        .toList();
  }

  /// This snapshot with newer readings in the place of its own.
  public NodeSnapshot with(FastReadings newer) {
    return new NodeSnapshot(newer, counters, processes, slow, devices);
  }

  public NodeSnapshot with(CounterReadings newer) {
    return new NodeSnapshot(fast, newer, processes, slow, devices);
  }

  public NodeSnapshot with(Reading<ProcessTable> newer) {
    return new NodeSnapshot(fast, counters, newer, slow, devices);
  }

  public NodeSnapshot with(SlowReadings newer) {
    return new NodeSnapshot(fast, counters, processes, newer, devices);
  }

  public NodeSnapshot with(DeviceReadings newer) {
    return new NodeSnapshot(fast, counters, processes, slow, newer);
  }
}
