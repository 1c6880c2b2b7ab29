package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.StatVfs;

/// A mount, and what its file system says of its size.
///
/// @param size absent where it has none or its path leads to another mount; failed with
///   [dev.plimsoll.collectors.kernel.SourceFailure.Kind#TIMEOUT] where it does not answer
public record Filesystem(Mount mount, Section<StatVfs> size) {}
