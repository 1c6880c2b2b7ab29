package dev.plimsoll.collectors.usage;

/// What a file, or a directory with all that is in it, takes.
///
/// @param diskBytes that are allocated for it, as `du` counts them
/// @param apparentBytes that its length says; more where it has holes, less where blocks are not
///   full
/// @param files it and all in it, each once
public record Usage(long diskBytes, long apparentBytes, long files) {
  static final Usage NONE = new Usage(0, 0, 0);

  public Usage plus(Usage other) {
    return new Usage(
        diskBytes + other.diskBytes, apparentBytes + other.apparentBytes, files + other.files);
  }
}
