package dev.plimsoll.agent.reading;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the failures of sources and tells the log of them.
public final class SourceHealth implements SnapshotListener {

  /// What failures are counted and logged by.
  public record FailureClass(Source source, SourceFailure.Kind kind) {}

  private final Map<FailureClass, Long> failures = new ConcurrentHashMap<>();
  private final Map<Source, Reading<?>> seen = new EnumMap<>(Source.class);
  private final FailureLog log;

  public SourceHealth(FailureLog log) {
    this.log = log;
  }

  /// How many failures of each class there have been. May be called by any thread.
  public Map<FailureClass, Long> failures() {
    return Map.copyOf(failures);
  }

  @Override
  public void snapshot(NodeSnapshot last, NodeSnapshot next) {
    for (Reading<?> reading : next.readings()) {
      if (isNew(reading)) examine(reading);
    }
  }

  /// A snapshot still holds what was not read again since the one before.
  @SuppressWarnings("ReferenceEquality")
  private boolean isNew(Reading<?> reading) {
    return seen.put(reading.source(), reading) != reading;
  }

  private void examine(Reading<?> reading) {
    Set<FailureClass> failing = new HashSet<>();
    for (SourceFailure failure : reading.section().failures()) {
      FailureClass failureClass = new FailureClass(reading.source(), failure.kind());
      failures.merge(failureClass, 1L, Long::sum);
      if (failing.add(failureClass)) log.failing(failureClass, failure);
    }
    for (SourceFailure.Kind kind : SourceFailure.Kind.values()) {
      FailureClass failureClass = new FailureClass(reading.source(), kind);
      if (!failing.contains(failureClass)) log.well(failureClass);
    }
  }
}
