package dev.plimsoll.collectors.textfile;

import java.util.List;

/// One series and its value.
///
/// @param name as it was written; in a histogram with `_bucket`, `_sum` or `_count` at its end
/// @param labels in the order of their names
public record TextSample(String name, List<TextLabel> labels, double value) {
  public TextSample {
    labels = List.copyOf(labels);
  }
}
