package dev.plimsoll.agent.reading;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.inventory.OshiDisks;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;

/// Whether a source can be read, and if not, why, for a person.
///
/// @param reason empty where all of it was read; may come from outside, escape it
public record SourceState(Source source, Condition condition, String reason) {

  /// How it stands with a source.
  public enum Condition {
    READ,
    /// Read, but for lines that did not parse.
    PARTLY,
    /// Not offered here, or switched off.
    ABSENT,
    /// Not read yet, for another thread takes its time.
    LATER,
    FAILED
  }

  /// Every source of the snapshot, in the order of reading.
  public static List<SourceState> of(NodeSnapshot snapshot) {
    return snapshot.readings().stream().map(SourceState::of).toList();
  }

  private static SourceState of(Reading<?> reading) {
    Source source = reading.source();
    return switch (reading.section()) {
      case Section.Present<?> present when present.flaws().isEmpty() ->
          new SourceState(source, Condition.READ, "");
      case Section.Present<?> present ->
          new SourceState(source, Condition.PARTLY, present.flaws().getFirst().describe());
      case Section.Absent<?> absent when absent.reason().equals(OshiDisks.NOT_YET) ->
          new SourceState(source, Condition.LATER, absent.reason());
      case Section.Absent<?> absent -> new SourceState(source, Condition.ABSENT, absent.reason());
      case Section.Failed<?> failed ->
          new SourceState(source, Condition.FAILED, failed.failure().describe());
    };
  }
}
