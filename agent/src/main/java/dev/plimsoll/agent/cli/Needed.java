package dev.plimsoll.agent.cli;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.util.List;

/// What a command cannot do without.
public final class Needed {
  private Needed() {}

  /// The value of a section.
  ///
  /// @throws IOException where it has none, with the reason
  public static <T> T of(Section<T> section) throws IOException {
    return switch (section) {
      case Section.Present<T>(T value, List<SourceFailure> _) -> value;
      case Section.Absent<T>(String reason) -> throw new IOException(reason);
      case Section.Failed<T>(SourceFailure failure) -> throw new IOException(failure.describe());
    };
  }
}
