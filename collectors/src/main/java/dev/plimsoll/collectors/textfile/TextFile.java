package dev.plimsoll.collectors.textfile;

/// A file that was read whole.
///
/// @param modifiedNanos when it was written, in nanoseconds since 1970
public record TextFile(String path, long modifiedNanos) {}
