package dev.plimsoll.collectors;

import dev.plimsoll.collectors.process.ProcessTable;
import java.util.List;
import java.util.stream.Stream;

/// What a node is at one moment: all sections, each as fresh as its interval. Immutable; nothing
/// that shows it reads a file.
public record NodeSnapshot(FastReadings fast, Reading<ProcessTable> processes, SlowReadings slow) {

  /// Every reading in it.
  public List<Reading<?>> readings() {
    return Stream.of(fast.all(), List.of(processes), slow.all())
        .<Reading<?>>flatMap(List::stream)
        .toList();
  }

  /// This snapshot with newer readings in the place of its own.
  public NodeSnapshot with(FastReadings newer) {
    return new NodeSnapshot(newer, processes, slow);
  }

  public NodeSnapshot with(Reading<ProcessTable> newer) {
    return new NodeSnapshot(fast, newer, slow);
  }

  public NodeSnapshot with(SlowReadings newer) {
    return new NodeSnapshot(fast, processes, newer);
  }
}
