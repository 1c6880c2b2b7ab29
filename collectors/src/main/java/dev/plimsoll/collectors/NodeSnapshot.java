package dev.plimsoll.collectors;

import java.util.List;

/// What a node is at one moment: all sections, each as fresh as its interval. Immutable; nothing
/// that shows it reads a file.
public record NodeSnapshot(FastReadings fast) {

  /// Every reading in it.
  public List<Reading<?>> readings() {
    return List.copyOf(fast.all());
  }
}
