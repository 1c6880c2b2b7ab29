package dev.plimsoll.collectors.textfile;

import java.util.List;
import java.util.Optional;

/// The series of one name.
///
/// @param help what was written about it; empty where nothing was
/// @param path of the file that it is in, the first one where there are several
/// @param line where that begins to tell of it
public record TextFamily(
    String name,
    Type type,
    Optional<String> help,
    List<TextSample> samples,
    String path,
    int line) {
  public TextFamily {
    samples = List.copyOf(samples);
  }

  /// What its values mean, as it was written.
  public enum Type {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    SUMMARY,
    UNTYPED
  }
}
