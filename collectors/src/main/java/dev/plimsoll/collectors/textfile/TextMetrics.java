package dev.plimsoll.collectors.textfile;

import java.util.List;

/// What all files say together. A name is in it once, and a series too.
///
/// @param files that were read, in the order in which they count
/// @param families in the order in which they first appear
public record TextMetrics(List<TextFile> files, List<TextFamily> families) {
  public TextMetrics {
    files = List.copyOf(files);
    families = List.copyOf(families);
  }
}
